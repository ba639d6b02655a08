"""What several sentences tell of one contact: one entry, and whose word counts for its status; who met together."""

import pytest

from tensionwire.analysis.contacts.entry import Told
from tensionwire.analysis.contacts.joining import join
from tensionwire.analysis.contacts.sameness import apart
from tensionwire.analysis.contacts.scoring import weighed
from tensionwire.analysis.contacts.step import told_in
from tensionwire.analysis.pipeline import analyse, draft_of
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import DateWindow, Form, Status
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
    (joined,) = join([one, other], lambda entries, _: entries[0])
    assert joined.status == kept


AHEAD, BEHIND = DateWindow(start="2025-07-11"), DateWindow(start="2025-07-04")


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        # What lies ahead was not held: the other sentence tells of an earlier time.
        (("planned", AHEAD), ("held", None), ("planned", AHEAD)),
        (("planned", AHEAD), ("held", BEHIND), ("planned", AHEAD)),
        # What was to be held before the article was written may have been.
        (("planned", BEHIND), ("held", None), ("held", BEHIND)),
        (("planned", None), ("held", BEHIND), ("held", BEHIND)),
        # A day ahead may be called off.
        (("planned", AHEAD), ("cancelled", None), ("cancelled", AHEAD)),
    ],
)
def test_nothing_was_held_on_a_day_that_lies_ahead(
    first: tuple[Status, DateWindow | None],
    second: tuple[Status, DateWindow | None],
    kept: tuple[Status, DateWindow | None],
    lexicon: Lexicon,
) -> None:
    one, other = two_tellings(lexicon)
    one.sure = other.sure = 2.0
    (one.status, one.date), (other.status, other.date) = first, second
    (joined,) = join([one, other], lambda entries, _: entries[0])
    assert (joined.status, joined.date) == kept


@pytest.mark.parametrize("held_on", [None, BEHIND])
def test_two_who_have_met_meet_again_on_a_day_to_come(held_on: DateWindow | None, lexicon: Lexicon) -> None:
    one, other = two_tellings(lexicon)
    (one.status, one.date), (other.status, other.date) = ("held", held_on), ("planned", AHEAD)
    assert join([one, other], lambda entries, _: entries[0]) == [one, other]


MARCH = DateWindow(start="2026-03-01", end="2026-03-31", precision="month")
Entry = tuple[Form, Status, set[str]]


def day(number: int) -> DateWindow:
    return DateWindow(start=f"2026-03-{number:02}")


def entries(text: str, language: str, lexicon: Lexicon) -> list[Entry]:
    found = analyse(Article(text=text, id="a", published="2026-03-20", language=language), lexicon).contacts
    return [(c.form, c.status, {p.name or p.affiliation for p in c.participants}) for c in found]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "de",
            "Marco Rubio hat am Montag mit Sergej Lawrow telefoniert. "
            "Im April wollen sich Rubio und Lawrow in Genf treffen.",
            [
                ("call", "held", {"Marco Rubio", "Sergej Lawrow"}),
                ("meeting", "planned", {"Marco Rubio", "Sergej Lawrow"}),
            ],
        ),
        (
            "en",
            "Marco Rubio saw Sergei Lavrov last Tuesday, and on Sunday the two are to meet again in Geneva.",
            [
                ("meeting", "held", {"Marco Rubio", "Sergei Lavrov"}),
                ("meeting", "planned", {"Marco Rubio", "Sergei Lavrov"}),
            ],
        ),  # one sentence, two words, two days
        (
            "en",
            "Marco Rubio met Sergei Lavrov in Geneva on Monday. The talks between Rubio and Lavrov lasted three hours.",
            [("meeting", "held", {"Marco Rubio", "Sergei Lavrov"})],
        ),
    ],
)
def test_one_entry_a_contact(language: str, text: str, told: list[Entry], lexicon: Lexicon) -> None:
    assert entries(text, language, lexicon) == told


def test_a_visit_and_the_one_that_returns_it_are_two(lexicon: Lexicon) -> None:
    text = (
        "Hakan Fidan arrived in Yerevan on Tuesday for three days. In May, Nikol Pashinyan plans to travel to Turkey."
    )
    visits = [told for told in entries(text, "en", lexicon) if told[0] == "visit"]
    assert visits == [("visit", "held", {"Hakan Fidan", "ARM"}), ("visit", "planned", {"Nikol Pashinyan", "TUR"})]


@pytest.mark.parametrize(
    ("language", "text", "together"),
    [
        (
            "de",
            "Emmanuel Macron telefonierte erst mit Wolodymyr Selenskyj, danach mit Donald Trump.",
            [{"Emmanuel Macron", "Wolodymyr Selenskyj"}, {"Emmanuel Macron", "Donald Trump"}],
        ),
        (
            "en",
            "Emmanuel Macron, Keir Starmer and Friedrich Merz met in Paris on Thursday.",
            [{"Emmanuel Macron", "Keir Starmer", "Friedrich Merz"}],
        ),
        (
            "en",
            "Marco Rubio met Wang Yi and Li Qiang in Beijing on Thursday.",
            [{"Marco Rubio", "Wang Yi", "Li Qiang"}],
        ),
        (
            "de",
            "Am Montag rief Marco Rubio Gideon Saar an, danach Badr Abdelatty.",
            [{"Marco Rubio", "Gideon Saar"}, {"Marco Rubio", "Badr Abdelatty"}],
        ),
        # One by one, and each by a contact word of his own.
        (
            "de",
            "Johann Wadephul sprach in Peking nacheinander mit Wang Yi und mit Li Qiang.",
            [{"Johann Wadephul", "Wang Yi"}, {"Johann Wadephul", "Li Qiang"}],
        ),
        (
            "de",
            "Johann Wadephul war am Montag von Wang Yi empfangen worden und hatte sich mit Li Qiang beraten.",
            [{"Johann Wadephul", "Wang Yi"}, {"Johann Wadephul", "Li Qiang"}],
        ),
        (
            "en",
            "Marco Rubio was received by Xi Jinping and held talks with Wang Yi.",
            [{"Marco Rubio", "Wang Yi"}, {"Marco Rubio", "Xi Jinping"}],
        ),
    ],
)
def test_who_met_together_is_one_entry(language: str, text: str, together: list[set[str]], lexicon: Lexicon) -> None:
    assert [people for _, _, people in entries(text, language, lexicon)] == together


@pytest.mark.parametrize(
    ("known", "new", "said"),
    [
        (None, None, "no date"),
        (None, day(2), "new date"),
        (day(2), None, "old date"),
        (day(2), day(2), "same day"),
        (MARCH, day(2), "overlap"),
        (day(2), day(12), "after 2"),
        (day(2), day(1), "before 0"),
    ],
)
def test_how_two_dates_lie_to_each_other(known: DateWindow | None, new: DateWindow | None, said: str) -> None:
    assert apart(known, new) == said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Marco Rubio and Wang Yi met in Jakarta on Tuesday.", 2),
        ("Marco Rubio, Wang Yi and Sergei Lavrov met in Jakarta on Tuesday.", 3),
    ],
)
def test_a_telling_knows_how_many_its_word_tells_of(text: str, number: int, lexicon: Lexicon) -> None:
    draft = draft_of(Article(text=text, id="a", published="2025-07-10", language="en"), lexicon)
    told = [t for scene, found in weighed(draft) for t in told_in(scene, found) if not t.journey]
    assert {t.around for t in told} == {number}
