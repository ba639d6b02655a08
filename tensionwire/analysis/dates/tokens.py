"""A stretch of text as words and marks, read from a word of the calendar to both sides."""

import re

TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
AROUND = 48  # code points on either side of a calendar word in which the rest of its date stands


class Tokens:
    """The tokens of text[start:end], lower-cased and as written. Outside of them there are empty ones."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._found = list(TOKEN.finditer(text, start, end))
        self.raw = [m[0] for m in self._found]
        self.lower = list(map(str.lower, self.raw))

    def __len__(self) -> int:
        return len(self.lower)

    def at(self, place: int) -> str:
        """The token at a place, in lower case."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def number(self, place: int, most: int = 31) -> int | None:
        """The number at a place, None where there is none from 1 to `most`."""
        token = self.at(place)
        if len(token) > 2 or not token.isdecimal():
            return None
        return int(token) if 0 < int(token) <= most else None

    def year(self, place: int) -> int | None:
        """The year at a place, None where there is none."""
        token = self.at(place)
        return (
            int(token)
            if len(token) == 4 and token.isdecimal() and token.isascii() and token[:2] in ("19", "20")
            else None
        )

    def close(self, place: int, other: int) -> bool:
        """True where no blank stands between two neighbouring tokens."""
        return place >= 0 and other < len(self) and self.end(place) == self.start(other)

    def start(self, place: int) -> int:
        """Where a token begins in the text."""
        return self._found[place].start()

    def end(self, place: int) -> int:
        """Where it ends."""
        return self._found[place].end()
