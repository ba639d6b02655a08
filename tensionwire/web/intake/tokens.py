"""Who may push, and how fast: tokens by name, and a bucket of articles for each."""

import hashlib
import hmac
import time

from tensionwire.runtime.settings import SettingsError
from tensionwire.web.problem import Problem

BURST = 2.0  # seconds of its rate that a token may take at once
SHORTEST = 16  # characters of a token


class Tokens:
    """The tokens of `TENSIONWIRE_WEB_TOKENS`, `name:token` with commas. Kept as hashes, compared in constant time."""

    def __init__(self, text: str) -> None:
        self._known: dict[str, bytes] = {}
        for entry in filter(None, (part.strip() for part in text.split(","))):
            name, colon, token = entry.partition(":")
            if not colon or not name.strip() or len(token) < SHORTEST:
                raise SettingsError(
                    f"TENSIONWIRE_WEB_TOKENS: entry {len(self._known) + 1} is not `name:token` with a token of "
                    f"{SHORTEST} characters or more. Make one with `openssl rand -hex 24`."
                )
            self._known[name.strip()] = _hash(token)

    def __bool__(self) -> bool:
        return bool(self._known)

    def owner(self, header: str | None) -> str | None:
        """The name behind an `Authorization: Bearer ...` header, None where it is no token of ours."""
        kind, _, token = (header or "").partition(" ")
        if kind.lower() != "bearer":
            return None
        given = _hash(token.strip())
        # all are compared, so that the time tells nothing
        matching = [name for name, known in self._known.items() if hmac.compare_digest(known, given)]
        return matching[0] if matching else None


def admitted(tokens: Tokens, header: str | None) -> str:
    """Whose token it is. Raises Problem where it is none of ours."""
    if not tokens:
        raise Problem(401, "nothing is taken: name tokens in TENSIONWIRE_WEB_TOKENS and restart `tensionwire web`")
    owner = tokens.owner(header)
    if owner is None:
        raise Problem(401, "send `Authorization: Bearer TOKEN` with a token of TENSIONWIRE_WEB_TOKENS")
    return owner


class Rates:
    """A bucket for each token, filled with `rate` articles a second."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._full = max(rate * BURST, 1.0)
        self._buckets: dict[str, tuple[float, float]] = {}

    def take(self, owner: str, articles: int) -> float:
        """Take so many articles out: 0.0 if they may pass, else the seconds to wait.

        A batch larger than the bucket passes when the bucket is full, and leaves it in debt.
        """
        now = time.monotonic()
        level, at = self._buckets.get(owner, (self._full, now))
        level = min(self._full, level + (now - at) * self._rate)
        needed = min(articles, self._full)
        if level < needed:
            self._buckets[owner] = (level, now)
            return (needed - level) / self._rate
        self._buckets[owner] = (level - articles, now)
        return 0.0


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).digest()
