"""The benchmarks still fit the code that they measure."""

from benchmarks.analysis import _finding
from tensionwire.contracts.article import Article
from tensionwire.lexicon import load


def test_finding_alone_can_be_measured() -> None:
    find = _finding(["Putin"], 10, load())
    assert len(list(find(Article(text="Putin traf Q1ov Qa1in.")))) == 2  # type: ignore[call-overload]
