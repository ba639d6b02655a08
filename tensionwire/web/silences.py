"""Silences over HTTP: POST /v1/silences, DELETE /v1/silences/{id}, with a token; GET lists them."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
from aiohttp import web
from kafka.errors import KafkaError

from alerts.rules import moment
from alerts.rules.check import check_matchers
from alerts.rules.words import span
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.silence import Matchers, Silence
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import KafkaUnavailable
from tensionwire.runtime.silences import read_silences, write_silence
from tensionwire.web.answers import json_answer
from tensionwire.web.intake.tokens import Tokens, admitted
from tensionwire.web.problem import Problem

T = TypeVar("T")

STEP = "web"
MOST_BYTES = 64 * 1024
AGAIN = 2.0


class Asked(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A silence as it is asked for: which alerts, and how long (`for`: 90s, 10m, 2h, 7d) or until when (ISO 8601)."""

    matchers: Matchers
    for_: str | None = msgspec.field(default=None, name="for")
    until: str | None = None
    comment: str = ""


class Silencing:
    """Lists, makes and ends silences; `tokens` say who may."""

    def __init__(self, bootstrap: str, tokens: Tokens) -> None:
        self._bootstrap = bootstrap
        self._tokens = tokens

    async def get(self, request: web.Request) -> web.Response:
        """All silences that have not ended."""
        now = datetime.now(UTC)
        found = await self._kafka(read_silences)
        running = [s for s in found.values() if (moment(s.ends) or now) > now]
        return json_answer(request, {"items": sorted(running, key=lambda s: (s.ends, s.id))})

    async def post(self, request: web.Request) -> web.Response:
        """Silence what the matchers pick. The same request within a second makes the same silence."""
        owner = admitted(self._tokens, request.headers.get("Authorization"))
        if request.content_type != "application/json":
            raise Problem(415, "send application/json")
        body = await request.content.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise Problem(413, f"a silence has {MOST_BYTES:,} bytes at most")
        made = _silence(body, owner, datetime.now(UTC))
        await self._kafka(lambda bootstrap: write_silence(bootstrap, made, STEP))
        return web.json_response(body=encode(made), status=201)

    async def delete(self, request: web.Request) -> web.Response:
        """End a silence now. What it suppressed stays so."""
        admitted(self._tokens, request.headers.get("Authorization"))
        found = (await self._kafka(read_silences)).get(request.match_info["id"])
        if found is None:
            raise Problem(404, "no silence has this id")
        now = datetime.now(UTC)
        if (moment(found.ends) or now) > now:
            ended = msgspec.structs.replace(found, ends=now.isoformat(timespec="seconds"))
            await self._kafka(lambda bootstrap: write_silence(bootstrap, ended, STEP))
        return web.Response(status=204)

    async def _kafka(self, work: Callable[[str], T]) -> T:
        try:
            return await asyncio.to_thread(work, self._bootstrap)
        except (KafkaError, KafkaUnavailable, TimeoutError) as error:
            raise Problem(503, "Kafka is away: send the same again later", retry_after=AGAIN) from error


def _silence(body: bytes, owner: str, now: datetime) -> Silence:
    try:
        asked = msgspec.json.decode(body, type=Asked)
    except msgspec.ValidationError as error:
        raise Problem(422, f"no silence: {error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Problem(400, f"the body is no JSON: {error}") from error
    if not any(_given(asked.matchers).values()):
        raise Problem(422, "`matchers` picks every alert: name at least one")
    for problem in check_matchers(asked.matchers, "matchers"):
        raise Problem(422, f"{problem.path}: {problem.what}")
    ends = _ends(asked, now)
    starts = now.isoformat(timespec="seconds")
    identity = stable_id("silence", encode(asked.matchers).decode(), starts, ends)[:12]
    return Silence(id=identity, matchers=asked.matchers, starts=starts, ends=ends, by=owner, comment=asked.comment)


def _ends(asked: Asked, now: datetime) -> str:
    if (asked.for_ is None) == (asked.until is None):
        raise Problem(422, "say how long: either `for` (90s, 10m, 2h, 7d) or `until` (2026-12-31T18:00:00+01:00)")
    try:
        length = span(asked.for_) if asked.for_ is not None else None
        end = now + length if length else moment(asked.until)
    except OverflowError:
        end = None
    if end is None or end <= now:
        raise Problem(422, "`for` takes a span like 2h, `until` a time to come like 2026-12-31T18:00:00+01:00")
    return end.isoformat(timespec="seconds")


def _given(matchers: Matchers) -> dict[str, Any]:
    return msgspec.structs.asdict(matchers)
