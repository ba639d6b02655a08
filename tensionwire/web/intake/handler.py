"""POST /v1/articles: 202 only after Kafka's word."""

import asyncio
import logging

from aiohttp import web

from tensionwire.contracts.topics import ARTICLE_BYTES, MIB
from tensionwire.runtime import telemetry
from tensionwire.web.intake.budget import Budget, Full
from tensionwire.web.intake.kafka import Away, Sender, TooLarge
from tensionwire.web.intake.reading import TAKEN, read
from tensionwire.web.intake.tokens import Rates, Tokens, admitted
from tensionwire.web.problem import Problem

log = logging.getLogger("tensionwire.web")

MOST_BYTES = 16 * MIB  # of one request
HELD_BYTES = 16 * MIB  # of all requests that wait for Kafka's word
PATIENCE = 3.0  # seconds that a request waits for room
BODY_SECONDS = 30.0  # within which a body has to be here
AGAIN = 2.0  # seconds after which a refused client may come back


class Intake:
    """Takes articles. `tokens` say from whom, `rates` how fast, `sender` where to."""

    def __init__(self, tokens: Tokens, rates: Rates, sender: Sender) -> None:
        self._tokens = tokens
        self._rates = rates
        self._sender = sender
        self._budget = Budget(HELD_BYTES, PATIENCE)

    async def post(self, request: web.Request) -> web.Response:
        """One article or a batch; all of it is taken, or none."""
        try:
            accepted = await self._take(request)
        except Problem as problem:
            telemetry.INTAKE.labels(str(problem.status)).inc()
            raise
        telemetry.INTAKE.labels("202").inc(len(accepted))
        return web.json_response({"accepted": len(accepted), "ids": accepted}, status=202)

    async def _take(self, request: web.Request) -> list[str]:
        owner = admitted(self._tokens, request.headers.get("Authorization"))
        content_type = request.content_type
        if content_type not in TAKEN:
            raise Problem(415, f"send {', '.join(TAKEN)}; it was {content_type[:100]!r}")
        length = request.content_length
        if length is not None and length > MOST_BYTES:
            raise Problem(413, f"{length:,} bytes, and one request may have {MOST_BYTES:,}: send several requests")
        # what is packed or of unknown length may become as large as is allowed
        size = MOST_BYTES if length is None or "Content-Encoding" in request.headers else length
        try:
            await self._budget.reserve(size)
        except Full as error:
            raise Problem(503, "too much waits for Kafka: send again later", retry_after=AGAIN) from error
        try:
            return await self._send(request, owner)
        finally:
            self._budget.release(size)

    async def _send(self, request: web.Request, owner: str) -> list[str]:
        try:
            body = await asyncio.wait_for(request.read(), BODY_SECONDS)
        except TimeoutError as error:  # who sends so slowly holds room that others wait for
            raise Problem(408, f"the body was not here after {BODY_SECONDS:.0f} s: send smaller batches") from error
        except web.HTTPRequestEntityTooLarge as error:
            raise Problem(413, f"one request may have {MOST_BYTES:,} bytes: send several requests") from error
        # a large batch is read in a thread: the loop has streams to serve
        messages = await asyncio.to_thread(read, body, request.content_type, request.charset)
        del body
        wait = self._rates.take(owner, len(messages))
        if wait:
            raise Problem(429, "this token pushes faster than it may (TENSIONWIRE_WEB_RATE)", retry_after=wait)
        try:
            await self._sender.send(messages)
        except TooLarge as error:
            said = f"Kafka's topic takes less than {ARTICLE_BYTES:,} bytes: shorten the article"
            raise Problem(413, said) from error
        except Away as error:
            log.warning("articles were not taken, Kafka is away: %s", error)
            said = "Kafka did not give its word; send the same again later, what has arrived counts once"
            raise Problem(503, said, retry_after=AGAIN) from error
        return [each.key.decode() for each in messages]
