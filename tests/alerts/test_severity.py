"""How much an alert matters, and the words that say why."""

import msgspec
import pytest

from alerts import Policy, decide
from alerts.rules import parse
from alerts.severity import Levels, Weights, level
from alerts.subject import Subject
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.tagged import DateWindow, Participant
from tests.alerts.making import BLINKEN, WANG, article, contact
from tests.alerts.test_life import POLICY
from tests.rules import rule

GOOD = "receivers: [{name: desk, console: {}}]\nroute: {receivers: [desk]}\n"


def last(*sightings: Sighting, policy: Policy = POLICY) -> Alert:
    """The last alert that these raise."""
    subject, found = Subject(), []
    for sighting in sightings:
        decision = decide(subject, sighting, policy)
        for record in decision.records:
            subject.put(record)
        found += decision.alerts
    return found[-1]


@rule("A7")
def test_each_reason_is_a_value_and_counts() -> None:
    plain = last(contact(article("a")))
    assert plain.severity_reasons == ["rank:foreign-minister", "rank:top-diplomat"]
    assert plain.severity == "high"
    refused = last(contact(article("a"), status="cancelled"))
    assert "cancelled" in refused.severity_reasons
    known = contact(article("a", "2023-07-12"))
    second = last(known, contact(article("b", "2023-07-13"), status="held"))
    assert "sources:2" in second.severity_reasons
    topical = msgspec.structs.replace(known, topics={"fentanyl": 0.6, "cyber": 0.1}, tension=6.0)
    assert last(topical).severity_reasons[2:] == ["flashpoint:fentanyl", "tension:+6.0"]
    assert last(topical).topics == ["fentanyl"]
    assert last(topical).text["en"].why == ["Fentanyl on the agenda", "a tense tone"]
    assert last(topical).text["de"].why == ["Thema: Fentanyl", "angespannter Ton"]


@rule("A7")
def test_a_first_meeting_in_a_long_time_is_told_with_its_day() -> None:
    spring = contact(article("a", "2023-03-02"), day="2023-03-01", status="held")
    summer = contact(article("b", "2023-07-12"))
    found = last(spring, summer)
    assert "first-meeting-in-days:134" in found.severity_reasons
    assert found.text["en"].why == ["first meeting of the two since 1 March"]
    assert found.text["de"].why == ["erstes Treffen der beiden seit dem 1. März"]
    recent = contact(article("a", "2023-06-20"), day="2023-06-19", status="held")
    assert not any(r.startswith("first-meeting") for r in last(recent, summer).severity_reasons)


@rule("A7")
def test_weights_are_those_of_the_rules_file() -> None:
    heavy = parse(GOOD + "severity: {ranks: {foreign-minister: 0, top-diplomat: 0}, cancelled: 9}\n", "r").severity
    policy = Policy(severity=heavy)
    assert last(contact(article("a")), policy=policy).severity == "low"
    assert last(contact(article("a"), status="cancelled"), policy=policy).severity == "critical"
    envoy = Participant(affiliation="CHN", name="Xie Feng", role="ambassador")
    assert last(contact(article("a"), sides=(BLINKEN, envoy))).severity == "medium"
    ambassadors = Policy(severity=parse(GOOD + "severity: {ranks: {ambassador: 5}}\n", "r").severity)
    assert last(contact(article("a"), sides=(BLINKEN, envoy)), policy=ambassadors).severity == "critical"


@pytest.mark.parametrize(("points", "word"), [(0, "low"), (2, "medium"), (4.5, "high"), (7, "critical")])
def test_points_as_words(points: float, word: str) -> None:
    assert level(points, Levels()) == word


def test_weights_refuse_what_they_do_not_know() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"canceled": 1}, Weights)


def headline(sighting: Sighting, language: str = "en") -> str:
    return last(sighting).text[language].headline


def window(start: str, end: str | None, precision: str) -> DateWindow:
    return DateWindow(start=start, end=end, precision=precision)  # type: ignore[arg-type]


@rule("A6")
@pytest.mark.parametrize(
    ("when", "english", "german"),
    [
        (window("2023-07-13", None, "day"), "on Thursday 13 July", "am Donnerstag, 13. Juli"),
        (window("2023-07-15", "2023-07-16", "weekend"), "on the weekend of 15 July", "am Wochenende des 15. Juli"),
        (window("2023-07-17", "2023-07-23", "week"), "in the week of 17 July", "in der Woche vom 17. Juli"),
        (window("2023-11-20", "2023-11-30", "day"), "between 20 November and 30 November", "zwischen 20. November und"),
        (window("2023-08-01", "2023-08-31", "month"), "in August", "im August"),
        (window("2024-01-09", None, "day"), "on Tuesday 9 January 2024", "am Dienstag, 9. Januar 2024"),
    ],
)
def test_dates_are_spelled_out(when: DateWindow, english: str, german: str) -> None:
    sighting = contact(article("a"))
    sighting = msgspec.structs.replace(sighting, contact=msgspec.structs.replace(sighting.contact, date=when))
    assert english in headline(sighting)
    assert german in headline(sighting, "de")


@rule("A6")
def test_a_headline_says_who_whom_what_when_where_and_no_code() -> None:
    sighting = contact(article("a"))
    placed = msgspec.structs.replace(sighting, contact=msgspec.structs.replace(sighting.contact, place="Jakarta"))
    assert headline(placed) == "Antony Blinken and Wang Yi to meet in Jakarta on Thursday 13 July"
    assert headline(placed, "de") == (
        "Antony Blinken und Wang Yi wollen sich am Donnerstag, 13. Juli in Jakarta treffen"
    )
    for place, english, german in (
        ("GENEVA", "in Geneva", "in Geneva"),
        ("White House", "at the White House", "im Weißen Haus"),
        ("UAE", "in UAE", "in UAE"),
    ):
        there = msgspec.structs.replace(sighting, contact=msgspec.structs.replace(sighting.contact, place=place))
        assert english in headline(there)
        assert german in headline(there, "de")
    company = Participant(affiliation="USA", name="Jake Sullivan", role="national-security-adviser")
    assert headline(contact(article("a"), sides=(BLINKEN, company, WANG))).startswith(
        "Antony Blinken with Jake Sullivan and Wang Yi to meet"
    )
    third = Participant(affiliation="USA", role="defence-minister")
    assert headline(contact(article("a"), sides=(third, WANG))).startswith("the defence minister of United States and")
    visit = contact(article("a"), form="visit", sides=(BLINKEN, Participant(affiliation="CHN")))
    assert headline(visit) == "Antony Blinken to visit China on Thursday 13 July"


@rule("A6")
def test_sources_are_told_with_the_span_in_which_they_came() -> None:
    def at(id_: str, minute: int) -> Sighting:
        by = article(id_, "2023-07-12")
        stamp = f"2023-07-12T08:{minute:02}:00+00:00"
        by = msgspec.structs.replace(by, published=stamp, arrived=stamp, published_precision="minute")
        return contact(by, status="held" if minute else "planned")

    found = last(at("a", 0), at("b", 25))
    assert found.text["en"].sources == "2 sources in 25 minutes"
    assert found.text["de"].sources == "2 Quellen binnen 25 Minuten"
    assert last(at("a", 0)).text["en"].sources == "1 source"
