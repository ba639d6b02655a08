"""The second look: what the pairs of a sentence, and of an article, say of each other."""

from tensionwire.analysis.contacts import rival_names as names
from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.rivals import HOPELESS, NONE, STEPS, Scored, rivalry
from tensionwire.analysis.contacts.scene import ContactWord
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.pipeline import analyse
from tensionwire.contracts.article import Article
from tensionwire.lexicon import load
from tensionwire.lexicon.scale import Sign, names_of

CALL = ContactWord(0, 4, "call", "call", frozenset({"call"}), frozenset({"call"}), "rief")
LULA, PETRO, SHEINBAUM = (
    Mention(at, at + 4, state, name, "head-of-state", "name")
    for at, state, name in ((10, "BRA", "Lula"), (20, "COL", "Petro"), (30, "MEX", "Sheinbaum"))
)


def pair(score: float, one: Mention, other: Mention) -> Scored:
    return score, Candidate(one, other, CALL, False)


def of(signs: list[Sign], namer: object) -> tuple[object, ...]:
    return next(tuple(said) for found, *said in signs if found is namer)


def test_somebody_who_fits_both_better_makes_them_no_pair() -> None:
    [found] = rivalry([[pair(4.0, LULA, PETRO), pair(3.5, LULA, SHEINBAUM), pair(1.0, PETRO, SHEINBAUM)]])
    third = of(found[2], names.star)
    assert third == ("t", len(STEPS) - 1, len(STEPS))  # 2.5 above the pair, and above the highest step itself
    assert of(found[0], names.star)[1] < third[1]  # Sheinbaum fits Lula and Petro less than they each other
    assert of(found[2], names.rank)[1] == 2


def test_the_gap_is_to_the_best_rival_of_each_side() -> None:
    [found] = rivalry([[pair(4.0, LULA, PETRO), pair(0.2, LULA, SHEINBAUM)]])
    assert of(found[0], names.gaps)[1:3] == (len(STEPS), NONE)  # Lula could have Sheinbaum, Petro has nobody else
    assert of(found[1], names.gaps)[1:3] == (0, NONE)


def test_what_other_sentences_tell_counts_and_the_own_one_does_not() -> None:
    alone, told = rivalry([[pair(0.2, LULA, PETRO)], [pair(3.2, LULA, PETRO)]])
    assert of(alone[0], names.elsewhere)[1] == len(STEPS)
    assert of(told[0], names.elsewhere)[1] == 4
    [single] = rivalry([[pair(0.2, LULA, PETRO), pair(0.1, LULA, PETRO)]])
    assert of(single[0], names.elsewhere)[1] == NONE


def test_who_is_hopeless_is_looked_at_no_more() -> None:
    [found] = rivalry([[pair(HOPELESS - 0.1, LULA, PETRO), pair(1.0, LULA, SHEINBAUM)]])
    assert found[0] == [] and found[1]


def test_the_order_of_candidates_changes_nothing() -> None:
    pairs = [pair(4.0, LULA, PETRO), pair(3.5, LULA, SHEINBAUM), pair(1.0, PETRO, SHEINBAUM)]
    [one], [other] = rivalry([pairs]), rivalry([pairs[::-1]])
    assert [names_of(signs) for signs in one] == [names_of(signs) for signs in other[::-1]]


def test_three_who_were_called_in_turn_did_not_talk_with_each_other() -> None:
    text = "Lula rief am Abend nacheinander Gustavo Petro, Claudia Sheinbaum und Emmanuel Macron an."
    found = analyse(Article(text=text, published="2025-08-12"), load()).contacts
    sides = [{p.affiliation for p in contact.participants} for contact in found]
    assert sorted(map(sorted, sides)) == [["BRA", "COL"], ["BRA", "FRA"], ["BRA", "MEX"]]
