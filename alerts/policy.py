"""The numbers by which alerts are decided, in one place."""

from datetime import timedelta

import msgspec


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """`quiet`: a flashpoint is new after so long without an article. `weight`: below it a topic is in passing.

    `tolerance`: days by which two reports of one day may differ. `names` gives a state's or organisation's name by
    code, English and German. `rules` and `lexicon` are hashes that every alert carries.
    """

    quiet: timedelta = timedelta(days=7)
    weight: float = 0.3
    tolerance: int = 1
    names: dict[str, tuple[str, str]] = {}
    rules: str = ""
    lexicon: str = ""
