"""Clauses and their verbs: what belongs together, and in what tense it is told."""

import time

import pytest

from tensionwire.analysis.contacts.scene import TOKEN
from tensionwire.analysis.grammar.brackets import bracket
from tensionwire.analysis.grammar.clauses import clauses_of
from tensionwire.analysis.grammar.verbs import english_form, german_form


def clause_at(text: str, word: str, german: bool = True):  # type: ignore[no-untyped-def]
    tokens = TOKEN.findall(text)
    return clauses_of(tokens, german)[tokens.index(word)]


@pytest.mark.parametrize(
    ("text", "word", "tense", "opener"),
    [
        ("Das Treffen, das am Montag stattfinden sollte, wurde abgesagt.", "Treffen", "wurde", ""),
        ("Das Treffen, das am Montag stattfinden sollte, wurde abgesagt.", "stattfinden", "sollte", "relative"),
        ("Er wird Xi, den Staatschef, am Freitag in Rom treffen.", "treffen", "wird", ""),
        ("Er soll Xi im Mai getroffen haben.", "getroffen", "haben+soll", ""),
        ("Am Abend soll Vance, dessen Frau mitreist, von Modi empfangen werden.", "empfangen", "soll+werden", ""),
        ("Er traf Xi und wird am Freitag Modi empfangen.", "traf", "past", ""),
        ("Er traf Xi und wird am Freitag Modi empfangen.", "Modi", "wird", ""),
        ("Ob er Xi trifft, ist unklar.", "trifft", "present", "whether"),
        ("Ob er Xi trifft, ist unklar.", "unklar", "ist", ""),
        ("Er kündigte an, er werde Xi treffen.", "treffen", "werde", "reported"),
        ("Die geplanten Gespräche entfallen nun, weil er krank ist.", "krank", "ist", "because"),
        ("Präsident Macron rief ihn noch am selben Tag an.", "Macron", "past", ""),
        ("Am Mittwoch bot Nangaa, der Chef, solche Gespräche erneut an.", "Nangaa", "past", ""),
        ("Israel besucht er nicht.", "Israel", "present", ""),
        ("Oslo hat die Runde mit Genf und Bern auf Juni verschoben, wie es hieß.", "Runde", "hat", ""),
        ("Oslo hat die Runde mit Genf und Bern auf Juni verschoben, wie es hieß.", "verschoben", "hat", ""),
        ("Die Minister verschoben ihr Treffen.", "Treffen", "past", ""),
        ("Ministerpräsident Merz (CDU) ist am Freitag in Paris eingetroffen.", "eingetroffen", "ist", ""),
    ],
)
def test_german(text: str, word: str, tense: str, opener: str) -> None:
    clause = clause_at(text, word)
    assert (clause.tense, clause.opener) == (tense, opener)


@pytest.mark.parametrize(
    ("text", "word", "tense", "opener"),
    [
        ("Lavrov, who arrived on Monday, will meet Kerry.", "meet", "will", ""),
        ("Lavrov, who arrived on Monday, will meet Kerry.", "arrived", "past", "relative"),
        ("Orpo, who could fall next week, received Michal.", "received", "past", ""),
        ("He said Lavrov had met Kerry and would call him.", "met", "had", "that"),
        ("He said Lavrov had met Kerry and would call him.", "call", "would", "that"),
        ("He said on Tuesday it would be held soon.", "held", "be+would", "that"),
        ("It was unclear whether he would meet Wang.", "Wang", "would", "whether"),
        ("Talks between Xi and Biden had been planned.", "Talks", "been+had", ""),
        ("He was to meet Xi on May 3.", "meet", "was to", ""),
    ],
)
def test_english(text: str, word: str, tense: str, opener: str) -> None:
    clause = clause_at(text, word, german=False)
    assert (clause.tense, clause.opener) == (tense, opener)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("er sagte das Treffen wegen des Sturms ab .", ("cancelled", "ab")),
        ("er schloss ein Treffen nicht aus , hieß es", ("cancelled", "aus")),
        ("das Treffen fand am Montag statt und endete spät", ("happened", "statt")),
        ("er nahm die Einladung an .", ("accepted", "an")),
        ("er sagte an diesem Tag nichts .", ("", "")),
    ],
)
def test_split_verbs(text: str, found: tuple[str, str]) -> None:
    words = text.split()
    assert bracket(words, range(len(words))) == found


def test_forms() -> None:
    assert [german_form(w) for w in ("traf", "zusammenkam", "getroffen", "einzuladen", "reist", "treffen")] == [
        "past", "past", "participle", "to infinitive", "present", "infinitive",
    ]  # fmt: skip
    assert [english_form(w) for w in ("met", "meeting", "visited", "spoken", "meet")] == [
        "past", "ing", "past", "participle", "infinitive",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["und", "that", ",", "(", "said", "ob", "traf"])
def test_endless_sentences_take_linear_time(word: str) -> None:
    def seconds(size: int) -> float:
        """The best of three: another process on the machine is no fault of ours."""
        tokens = (word, "Xi", "er", "war") * size
        spent = []
        for _ in range(3):
            start = time.process_time()
            for german in (True, False):
                clauses_of(tokens, german)
            spent.append(time.process_time() - start)
        return min(spent)

    assert seconds(32_000) < 20 * seconds(4_000) + 0.5  # eight times as long, were it linear; 64 with the square
