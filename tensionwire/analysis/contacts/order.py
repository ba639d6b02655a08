"""Where two mentions stand to the contact word, and how far apart their clauses lie."""

from tensionwire.analysis.contacts.views import Seen, Worded


def order(first: Seen, last: Seen, word: Worded) -> str:
    """`FTL`: the word stands between the two, `TFL` before, `FLT` behind them."""
    start = word.span[0]
    if start < first.mention.start:
        return "TFL"
    return "FTL" if start < last.mention.start else "FLT"


def clauses(first: Seen, last: Seen, word: Worded) -> tuple[int, int, int]:
    """How many clauses lie between the word and the first, the word and the last, and the two, 2 for more."""
    at = word.number
    one = at if first.unsaid else first.number
    two = at if last.unsaid else last.number
    return min(2, abs(one - at)), min(2, abs(two - at)), min(2, abs(two - one))
