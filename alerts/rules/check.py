"""What the types of a rules file cannot say: names that exist, times that can be read, codes that look like codes."""

import re
from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from alerts.rules.channels import CHANNELS
from alerts.rules.model import File, Matchers, Receiver, Route, Silence
from alerts.rules.words import Problem, moment, span, time_of_day

CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
LONGEST = timedelta(days=31)


def check(file: File) -> Iterator[Problem]:
    """Every mistake in `file`, in its order."""
    names = [r.name for r in file.receivers]
    for place, receiver in enumerate(file.receivers):
        path = f"$.receivers[{place}]"
        if receiver.name in names[:place]:
            yield Problem(path, f"two receivers are called {receiver.name!r}: give each its own name")
        yield from _receiver(receiver, path)
    yield from _route(file.route, names, "$.route")
    ids = [s.id for s in file.silences]
    for place, silence in enumerate(file.silences):
        path = f"$.silences[{place}]"
        if silence.id in ids[:place]:
            yield Problem(f"{path}.id", f"two silences are called {silence.id!r}: give each its own id")
        yield from _silence(silence, path)
    if file.operators is not None and file.operators not in names:
        yield Problem("$.operators", _unknown(file.operators, names))


def _receiver(receiver: Receiver, path: str) -> Iterator[Problem]:
    name = receiver.name
    if not name.strip() or ":" in name:
        yield Problem(path, "a receiver needs a name without a colon: the ledger's keys are alert:receiver")
    channels = [key for key in CHANNELS if getattr(receiver, key) is not None]
    if len(channels) != 1:
        there = f"; here are {len(channels)}: {', '.join(channels)}" if channels else ""
        known = ", ".join(f"`{key}:`" for key in CHANNELS)
        yield Problem(path, f"{name!r} needs exactly one channel ({known}){there}")
    for key in channels:
        for problem in getattr(receiver, key).problems(name):
            yield Problem(f"{path}.{key}{problem.path}", problem.what)
    if not _zone(receiver.timezone):
        yield Problem(f"{path}.timezone", f"no time zone is called {receiver.timezone!r}; write it as Europe/Berlin")
    for place, quiet in enumerate(receiver.quiet_hours):
        where = f"{path}.quiet_hours[{place}]"
        for key, said in (("from", quiet.start), ("to", quiet.to)):
            if time_of_day(said) is None:
                yield Problem(f"{where}.{key}", f"{said!r} is no time of day; write it as 22:00")
        if quiet.start == quiet.to:
            yield Problem(where, "`from` and `to` are the same: for a whole day write 00:00 to 24:00")
        if not quiet.days:
            yield Problem(f"{where}.days", "no day is named: leave `days` out for every day")
    if receiver.digest is not False:
        for key, said in (("within", receiver.digest.within), ("wait", receiver.digest.wait)):
            found = span(said)
            if found is None or not timedelta() < found <= LONGEST:
                yield Problem(f"{path}.digest.{key}", f"{said!r} is no span up to 31 days; write it as 90s, 10m or 24h")


def _route(route: Route, names: list[str], path: str) -> Iterator[Problem]:
    for place, wanted in enumerate(route.receivers):
        if wanted not in names:
            yield Problem(f"{path}.receivers[{place}]", _unknown(wanted, names))
    if not route.receivers and not route.routes:
        yield Problem(path, "this route leads nowhere: name `receivers` or give it `routes`")
    if route.matchers is not None:
        yield from check_matchers(route.matchers, f"{path}.matchers")
    for place, inner in enumerate(route.routes):
        where = f"{path}.routes[{place}]"
        if inner.matchers is None and not inner.go_on and place + 1 < len(route.routes):
            yield Problem(
                where,
                "this route has no matchers and takes all, so the routes after it get nothing: give it `matchers`, "
                "put it last, or say `continue: true`",
            )
        yield from _route(inner, names, where)


def _silence(silence: Silence, path: str) -> Iterator[Problem]:
    starts, ends = moment(silence.starts), moment(silence.ends)
    for key, said, found in (("starts", silence.starts, starts), ("ends", silence.ends, ends)):
        if said is not None and found is None:
            yield Problem(f"{path}.{key}", f"{said!r} is no time; write it as 2026-12-31T18:00:00+01:00")
    if starts is not None and ends is not None and ends <= starts:
        yield Problem(f"{path}.ends", "this silence ends before it starts")
    if silence.matchers == Matchers():
        yield Problem(f"{path}.matchers", "a silence without matchers would silence all: name at least one")
    yield from check_matchers(silence.matchers, f"{path}.matchers")


def check_matchers(matchers: Matchers, path: str) -> Iterator[Problem]:
    """What is wrong with matchers; `path` stands before each place."""
    for place, code in enumerate(matchers.countries):
        if not CODE.fullmatch(code):
            yield Problem(
                f"{path}.countries[{place}]",
                f"{code!r} is no code; write CHN, USA, EU, NATO (ISO 3166-1 alpha-3, or an organisation's letters)",
            )
    for place, dyad in enumerate(matchers.dyads):
        parts = dyad.split("-")
        if len(parts) != 2 or not all(map(CODE.fullmatch, parts)) or parts[0] == parts[1]:
            yield Problem(f"{path}.dyads[{place}]", f"{dyad!r} is no pair; write two codes with a hyphen: CHN-USA")


def _unknown(wanted: str, names: list[str]) -> str:
    return f"no receiver is called {wanted!r}; there are: {', '.join(names) or 'none'}"


def _zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return False
    return True
