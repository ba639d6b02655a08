"""What several sentences tell of one contact: one entry, and whose word counts for its status."""

import pytest

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.joining import join
from tensionwire.analysis.contacts.scoring import weighed
from tensionwire.analysis.contacts.step import told_in
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Status
from tensionwire.lexicon import Lexicon

TEXT = (
    "Marco Rubio will meet Wang Yi in Jakarta. Trade will be on the table. "
    "The meeting of Marco Rubio with Wang Yi is about trade."
)


def two_tellings(lexicon: Lexicon) -> tuple[Told, Told]:
    draft = draft_of(Article(text=TEXT, id="a", published="2025-07-08", language="en"), lexicon)
    told = [t for scene, found in weighed(draft) for t in told_in(scene, found) if not t.journey]
    first, second = (t for t in told if t.keys == {"Marco Rubio", "Wang Yi"})
    first.date = second.date = None
    return first, second


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("planned", 2.0), ("held", 2.5), "held"),  # the more final one, said as surely
        (("planned", 2.0), ("held", 0.3), "planned"),  # a doubtful word changes nothing
        (("held", 0.3), ("planned", 2.0), "held"),  # what was held is planned no more
        (("possible", 0.5), ("cancelled", 0.5), "cancelled"),
    ],
)
def test_the_more_final_status_counts_where_it_is_said_as_surely(
    first: tuple[Status, float], second: tuple[Status, float], kept: Status, lexicon: Lexicon
) -> None:
    one, other = two_tellings(lexicon)
    (one.status, one.sure), (other.status, other.sure) = first, second
    (joined,) = join([one, other])
    assert joined.status == kept
