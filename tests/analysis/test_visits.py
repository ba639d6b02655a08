"""Visits: told with a word of travelling, and with traveller or goal left to what the article says elsewhere."""

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.goals import goals, main_states
from tensionwire.analysis.draft import Draft
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

LIMA = (
    "LIMA (obd) - Perus Präsidentin Dina Boluarte hat am Dienstag den chilenischen Außenminister Alberto van Klaveren "
    "empfangen. Van Klaveren war am Montagabend angereist. Beide sprachen über die Grenze."
)


def article(text: str, published: str = "2024-05-15") -> Article:
    return Article(text=text, published=published)


def journeys(draft: Draft) -> list[set[tuple[str | None, str, str]]]:
    """By sentence: who may have gone where, and how the goal is said."""
    return [
        {(c.one.name, c.other.affiliation, c.other.kind) for c in candidates(s) if c.journey} for s in scenes(draft)
    ]


def test_a_goal_that_is_not_said_is_one_of_the_states_of_the_article(lexicon: Lexicon) -> None:
    _, arrived, *_ = journeys(draft_of(article(LIMA), lexicon))
    assert ("Alberto van Klaveren", "PER", "there") in arrived


def test_a_state_is_meant_for_two_reasons_or_more(lexicon: Lexicon) -> None:
    draft = draft_of(article(LIMA + " Chile und Bolivien schweigen."), lexicon)
    starts = [m.start for m in draft.mentions]
    meant = {g.affiliation: g.how for g in goals(draft, draft.sentences[1], starts, "PER", main_states(draft))}
    assert {"home", "host"} <= set(meant["PER"].split("+"))
    assert "BOL" not in {g.affiliation for s in draft.sentences for g in goals(draft, s, starts, "PER", ["BOL"])}


def test_a_goal_that_is_said_is_not_meant_as_well(lexicon: Lexicon) -> None:
    _, arrived = journeys(draft_of(article(LIMA.split(" Van")[0] + " Van Klaveren war in Peru angekommen."), lexicon))
    assert [kind for name, state, kind in arrived if state == "PER"] == ["state"]


def test_a_word_that_only_hints_at_a_journey_tells_of_no_talks(lexicon: Lexicon) -> None:
    draft = draft_of(article("Die Maschine der Außenministerin Penny Wong stand auf dem Rollfeld von Suva."), lexicon)
    told = [c for s in scenes(draft) for c in candidates(s)]
    assert [(c.journey, c.other.affiliation) for c in told] == [(True, "FJI")]
