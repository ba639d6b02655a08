"""Deterministic ids: the same facts give the same id in any process, so that a replay changes nothing."""

import hashlib

ID_LENGTH = 24  # hexadecimal digits, 96 bits: no collision to be expected below 10^13 ids


def stable_id(*parts: str | int) -> str:
    """Hash `parts` to 24 hexadecimal digits, each preceded by its length: ("ab", "c") is not ("a", "bc")."""
    digest = hashlib.sha256()
    for part in parts:
        raw = str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(raw))
        digest.update(raw)
    return digest.hexdigest()[:ID_LENGTH]
