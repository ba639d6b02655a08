"""Whose contact a report tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.identity import LIKE, View, forms_agree, likeness, same_name
from alerts.identity.likeness import roles_agree
from alerts.identity.view import days_of, sides_of
from tensionwire.contracts.tagged import DateWindow, Form, Participant, Status
from tests.rules import rule

SAME = [
    ("Sergej Lawrow", "Sergey Lavrov"),
    ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy"),
    ("Selenskyj", "Volodymyr Zelensky"),
    ("Володимир Зеленський", "Volodymyr Zelensky"),
    ("Сергей Лавров", "Sergej Lawrow"),
    ("Wladimir Putin", "Vladimir Putin"),
    ("Schawkat Mirsijojew", "Shavkat Mirziyoyev"),
    ("Musaid al-Aiban", "Musaed Al Aiban"),
    ("S. Jaishankar", "Subrahmanyam Jaishankar"),
    ("Yoon Suk Yeol", "Yun Suk-yeol"),
    ("Mohammed bin Salman", "Muhammad bin Salman"),
    ("Recep Tayyip Erdoğan", "Erdogan"),
]
DIFFERENT = [
    ("Wang Yi", "Wang Wentao"),
    ("Joe Biden", "Jill Biden"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Li Keqiang", "Li Qiang"),
    ("Sergej Lawrow", "Sergej Schoigu"),
    ("", "Xi Jinping"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
@rule("C3")
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
@rule("C3")
def test_different_names_do_not(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@given(st.text(max_size=30), st.text(max_size=30))
def test_names_agree_symmetrically(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(st.from_regex(r"[A-Za-zÄÖÜäöüß]{2,9} [A-Za-zé-]{2,9}", fullmatch=True))
def test_a_name_agrees_with_itself(name: str) -> None:
    assert same_name(name, name)


def person(name: str, affiliation: str, role: str | None = None) -> Participant:
    return Participant(name=name, affiliation=affiliation, role=role)  # type: ignore[arg-type]


BLINKEN, WANG = person("Antony Blinken", "USA", "foreign-minister"), person("Wang Yi", "CHN", "foreign-minister")
QIN = person("Qin Gang", "CHN", "foreign-minister")
CHINA, AMERICA = Participant(affiliation="CHN"), Participant(affiliation="USA")
MINISTER = Participant(affiliation="CHN", role="foreign-minister")
DEFENCE = Participant(affiliation="CHN", role="defence-minister")
TOP = Participant(affiliation="CHN", role="top-diplomat")


def view(
    *sides: Participant,
    form: Form = "meeting",
    status: Status = "planned",
    when: DateWindow | str | None = "2023-07-13",
    place: str | None = None,
    published: str = "2023-07-12",
) -> View:
    day = date.fromisoformat(published)
    window = DateWindow(start=when) if isinstance(when, str) else when
    return View(sides_of(list(sides)), form, status, days_of(window, status, day), place, day)


def one(first: View, second: View) -> bool:
    like, back = likeness(first, second), likeness(second, first)
    assert like == back
    return like is not None and like >= LIKE


MEETING = view(BLINKEN, WANG)


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        (view(BLINKEN, WANG, status="held", published="2023-07-14"), True),
        (view(AMERICA, WANG), True),
        (view(AMERICA, CHINA), True),
        (view(BLINKEN, MINISTER), True),
        (view(BLINKEN, TOP), True),  # offices that reports use for one another's holder
        (view(BLINKEN, DEFENCE), False),
        (view(BLINKEN, QIN), False),
        (view(BLINKEN, Participant(affiliation="RUS")), False),
        (view(BLINKEN, WANG, form="call"), False),
        (view(BLINKEN, WANG, form="visit"), False),
        (view(BLINKEN, WANG, form="negotiation"), True),
        (view(BLINKEN, WANG, when="2023-07-14"), True),  # a day apart: time zones
        (view(BLINKEN, WANG, when="2023-10-13", published="2023-10-12"), False),
        (view(BLINKEN, WANG, when=DateWindow(start="2023-07-01", end="2023-07-31", precision="month")), True),
        (view(BLINKEN, WANG, when=DateWindow(start="2023-07-15", end="2023-07-16", precision="weekend")), True),
        (view(BLINKEN, WANG, when=DateWindow(start="2023-08-01", end="2023-08-31", precision="month")), True),  # moved
        (view(BLINKEN, WANG, when=None), True),
        (view(BLINKEN, WANG, when=None, status="held", published="2023-07-20"), True),
        (view(BLINKEN, WANG, when=None, status="held", published="2023-09-20"), False),
        (view(BLINKEN, WANG, when="2023-07-20"), True),  # put off by a week
        (view(AMERICA, CHINA, when="2023-07-20"), False),  # nobody named: another meeting
        (view(BLINKEN, WANG, status="held", when="2023-07-01", published="2023-07-02"), False),  # the one before
    ],
)
@rule("C3", "C4", "C5", "C6")
def test_whether_a_report_tells_a_planned_meeting(other: View, joined: bool) -> None:
    assert one(MEETING, other) is joined


@rule("C3")
def test_who_the_list_knows_is_one_person_in_any_script() -> None:
    chinese = Participant(affiliation="CHN", name="王毅", wikidata_id="Q1")
    latin = Participant(affiliation="CHN", name="Wang Yi", wikidata_id="Q1")
    namesake = Participant(affiliation="CHN", name="Wang Yi", wikidata_id="Q2")
    assert one(view(BLINKEN, chinese), view(BLINKEN, latin))
    assert not one(view(BLINKEN, latin), view(BLINKEN, namesake))
    assert one(view(BLINKEN, latin), MEETING)


@rule("C5")
def test_visits_there_and_back_are_two() -> None:
    there = view(person("Ebrahim Raisi", "IRN"), Participant(affiliation="SAU"), form="visit", when=None)
    back = view(person("Faisal bin Farhan", "SAU"), Participant(affiliation="IRN"), form="visit", when=None)
    assert not one(there, back)


@rule("C7")
def test_a_place_told_alike_counts_for_it() -> None:
    here, there = view(BLINKEN, WANG, place="Jakarta"), view(BLINKEN, WANG, place="Wien")
    assert (likeness(MEETING, here) or 0) < (likeness(here, here) or 0)
    assert (likeness(here, there) or 0) < (likeness(MEETING, here) or 0)


people = st.lists(
    st.builds(
        Participant,
        affiliation=st.sampled_from(["CHN", "USA", "RUS"]),
        name=st.sampled_from([None, "Wang Yi", "Xi Jinping", "Sergey Lavrov"]),
        role=st.sampled_from([None, "foreign-minister", "head-of-state", "top-diplomat"]),
    ),
    min_size=1,
    max_size=4,
)
days = st.dates(date(2023, 1, 1), date(2023, 3, 1)).map(date.isoformat)
views = st.builds(
    lambda sides, form, status, when, published: view(*sides, form=form, status=status, when=when, published=published),
    people,
    st.sampled_from(["meeting", "visit", "call", "negotiation", "conference"]),
    st.sampled_from(["held", "planned", "possible", "cancelled"]),
    st.none() | days,
    days,
)


@given(views, views)
def test_likeness_is_symmetric(first: View, second: View) -> None:
    assert likeness(first, second) == likeness(second, first)


@given(views)
def test_a_contact_of_two_sides_is_like_itself(first: View) -> None:
    assert one(first, first) == (len(first.sides) >= 2)


@given(people, people)
def test_offices_agree_symmetrically(first: list[Participant], second: list[Participant]) -> None:
    assert roles_agree(first, second) == roles_agree(second, first)


@rule("C5")
def test_forms() -> None:
    assert forms_agree("meeting", "negotiation")
    assert not forms_agree("meeting", "visit")
    assert not forms_agree("call", "meeting")
