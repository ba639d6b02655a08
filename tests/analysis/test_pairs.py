"""Which mentions a contact word joins."""

from tensionwire.analysis.draft import Mention
from tensionwire.analysis.pairs import MOST_MENTIONS, pairs
from tensionwire.analysis.status import ContactWord

TEXT = "Ruto met Hassan"
RUTO = Mention(0, 4, "KEN", "William Ruto", "head-of-state")
HASSAN = Mention(9, 15, "TZA", "Samia Suluhu Hassan", "head-of-state")
MET = ContactWord(5, 8, "meeting", "held")


def test_two_states_and_a_word() -> None:
    found = pairs(TEXT, [RUTO, HASSAN], [MET])
    assert [(p.one, p.other, p.word) for p in found] == [(RUTO, HASSAN, MET)]


def test_colleagues_of_one_state_are_no_pair() -> None:
    assert pairs(TEXT, [RUTO, HASSAN._replace(affiliation="KEN")], [MET]) == []


def test_a_long_list_stays_bounded() -> None:
    many = [RUTO._replace(affiliation=f"S{n}", name=f"N{n}") for n in range(500)]
    assert len(pairs(TEXT, many, [MET])) <= MOST_MENTIONS * (MOST_MENTIONS - 1) // 2
