"""Where everybody of an article was named."""

import bisect
from collections.abc import Callable

from tensionwire.analysis.entities.roll import Roll, Who


class Trail:
    """Where everybody was named, so that the nearest before a place can be asked for."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        self.places = sorted((span.start, name, span.end) for name, who in roll.people.items() for span in who.spans)

    def before(self, at: int, since: int, fits: Callable[[Who], bool]) -> Who | None:
        """The last one named in `since` to `at` whom `fits` accepts."""
        place = bisect.bisect_left(self.places, (at, "", 0))
        while place > 0:
            place -= 1
            start, name, _ = self.places[place]
            if start < since:
                return None
            who = self.roll.people[name]
            if fits(who):
                return who
        return None

    def anybody(self, start: int, end: int) -> bool:
        """True where somebody is named from `start` to `end`."""
        first = bisect.bisect_left(self.places, (start, ""))
        return first < len(self.places) and self.places[first][0] < end

    def covers(self, at: int) -> bool:
        """True inside somebody's name."""
        place = bisect.bisect_right(self.places, (at, "￿")) - 1
        return place >= 0 and at < self.places[place][2]

    def of(self, start: int, end: int) -> list[tuple[int, Who]]:
        """Who is named from `start` to `end`, in text order."""
        return [(at, who) for at, _, who in self.spans(start, end)]

    def spans(self, start: int, end: int) -> list[tuple[int, int, Who]]:
        """The same, with where each name ends."""
        first = bisect.bisect_left(self.places, (start, "", 0))
        last = bisect.bisect_left(self.places, (end, "", 0))
        return [(at, until, self.roll.people[name]) for at, name, until in self.places[first:last]]
