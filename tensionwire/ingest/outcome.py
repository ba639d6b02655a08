"""What a reader yields: an article with its place, or a refusal with its place, the reason, and what to do."""

from typing import NamedTuple

from tensionwire.contracts.article import Article


class Place(NamedTuple):
    """Where something stands: the file as it was named, and the line from 1 on; 0 means the file as a whole."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Read(NamedTuple):
    """An article that could be read. `size` is the bytes of the file that it took."""

    place: Place
    article: Article
    size: int = 0


class Refused(NamedTuple):
    """What is no article: `reason` is a word for counting, `detail` says what is wrong and what to do."""

    place: Place
    reason: str
    detail: str
    size: int = 0


Outcome = Read | Refused
