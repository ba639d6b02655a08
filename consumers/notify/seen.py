"""Which pairs are finished, in memory that does not grow: the newest so many, 16 bytes each."""

import hashlib
import threading
from array import array

SLOTS = 1 << 20  # of each half: 8 MB; half full holds 524,288


class Seen:
    """A set of keys that forgets its oldest; may be added to from several threads.

    It holds the newest `capacity` keys at least, and twice as many at most.

    Keys are kept as 64-bit hashes: among a million keys the chance that one which was never added is taken for known is
    5 in 10^14. Two halves: when the newer is half full it becomes the older, and the older one is let go.
    """

    def __init__(self, slots: int = SLOTS) -> None:
        self._slots = slots
        self.capacity = slots // 2
        self._new = array("Q", bytes(8 * slots))
        self._old = array("Q", bytes(8 * slots))
        self._count = 0
        self._lock = threading.Lock()

    def add(self, key: str) -> None:
        """Remember a key."""
        found = _hash(key)
        with self._lock:
            slot = self._slot(self._new, found)
            if self._new[slot] == found:
                return
            self._new[slot] = found
            self._count += 1
            if self._count >= self.capacity:
                self._old, self._new, self._count = self._new, array("Q", bytes(8 * self._slots)), 0

    def __contains__(self, key: str) -> bool:
        found = _hash(key)
        return any(table[self._slot(table, found)] == found for table in (self._new, self._old))

    def _slot(self, table: "array[int]", found: int) -> int:
        """Where a hash stands, or the free slot that it would take."""
        place = found % self._slots
        while table[place] not in (0, found):
            place = (place + 1) % self._slots
        return place


def _hash(key: str) -> int:
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") or 1
