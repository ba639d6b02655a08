"""What two who were in contact agreed on there, and where a traveller is who meets his hosts. Events are made up.

Published on Wednesday, 14 May 2025.
"""

import pytest

from tensionwire.analysis import analyse
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Contact
from tensionwire.lexicon import Lexicon


def contacts(text: str, language: str, lexicon: Lexicon) -> list[Contact]:
    return analyse(Article(text=text, id="a", published="2025-05-14", language=language), lexicon).contacts


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        (
            "en",
            "Kassym-Jomart Tokayev and Ilham Aliyev spoke by phone on Monday and agreed to meet in Baku next month.",
            "2025-06-01",
        ),
        (
            "de",
            "Friedrich Merz und Donald Trump telefonierten am Montag und vereinbarten ein Treffen im Juni.",
            "2025-06-01",
        ),
        ("de", "Emmanuel Macron telefonierte am Montag mit Trump. Beide verabredeten ein Treffen in Kanada.", None),
    ],
)
def test_a_meeting_agreed_on_in_a_call(language: str, text: str, date: str | None, lexicon: Lexicon) -> None:
    call, meeting = contacts(text, language, lexicon)
    assert (call.form, call.status) == ("call", "held")
    assert (meeting.form, meeting.status) == ("meeting", "planned")
    assert (meeting.date.start if meeting.date else None) == date
    assert {p.name for p in call.participants} == {p.name for p in meeting.participants}


def test_what_was_agreed_with_somebody_else_is_no_next_time(lexicon: Lexicon) -> None:
    text = "Friedrich Merz rief am Montag Donald Trump an und vereinbarte mit Emmanuel Macron ein Treffen."
    told = [{p.affiliation for p in c.participants} for c in contacts(text, "de", lexicon) if c.status == "planned"]
    assert {"DEU", "USA"} not in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Johann Wadephul ist am Dienstag in Kiew eingetroffen. Am Abend wollte er Präsident Selenskyj treffen."),
        ("de", "Johann Wadephul reiste am Dienstag nach Kiew. Dort will er Präsident Selenskyj treffen."),
        ("en", "Friedrich Merz arrived in Kyiv on Tuesday and was to meet Volodymyr Zelenskiy."),
    ],
)
def test_the_day_of_an_arrival_is_not_moved_ahead(language: str, text: str, lexicon: Lexicon) -> None:
    found = {c.form: c for c in contacts(text, language, lexicon)}
    visit, meeting = found["visit"], found["meeting"]
    assert visit.date is not None
    assert visit.date.start == "2025-05-13"
    assert (meeting.status, meeting.date) == ("planned", None)
    assert meeting.place == visit.place  # he is there


def test_who_meets_his_hosts_is_where_he_went(lexicon: Lexicon) -> None:
    text = "Narendra Modi arrived in Jakarta on Tuesday. He met President Prabowo Subianto on Wednesday."
    found = contacts(text, "en", lexicon)
    assert [c.place for c in found] == ["Jakarta", "Jakarta"]


def test_who_will_travel_has_met_nobody_there_yet(lexicon: Lexicon) -> None:
    text = "Friedrich Merz will travel to Washington in June. He met Donald Trump last week."
    visit, meeting = contacts(text, "en", lexicon)
    assert (visit.place, meeting.status, meeting.place) == ("Washington", "held", None)


def test_a_meeting_that_is_not_planned_is_not_the_call_before(lexicon: Lexicon) -> None:
    text = "Friedrich Merz und Donald Trump telefonierten am Montag. Ein Treffen ist nicht geplant."
    found = contacts(text, "de", lexicon)
    assert [(c.form, c.status) for c in found] == [("call", "held"), ("meeting", "cancelled")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peru and Chile held talks in Quito on Monday. The next round will be held in Lima in June."),
        ("de", "Peru und Chile haben in Quito Gespräche geführt. Die nächste Runde soll im Juni in Lima stattfinden."),
    ],
)
def test_states_that_talk_on_without_being_said(language: str, text: str, lexicon: Lexicon) -> None:
    talks, following = contacts(text, language, lexicon)
    assert [talks.status, following.status] == ["held", "planned"]
    assert [talks.form, following.form] == ["negotiation", "negotiation"]
    assert {p.affiliation for p in talks.participants} == {p.affiliation for p in following.participants}


def test_three_who_talk_go_on_together(lexicon: Lexicon) -> None:
    text = "Egypt, Qatar and Turkey held talks in Quito on Monday. The next round will be held in Lima in June."
    talks, following = contacts(text, "en", lexicon)
    assert {p.affiliation for p in talks.participants} == {p.affiliation for p in following.participants}
    assert len(following.participants) == 3
