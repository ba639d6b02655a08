"""The life of a contact, rule by rule."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts import Decision, Policy, Reason, decide
from alerts.subject import Subject
from tensionwire.contracts.record import ContactRecord, Record
from tensionwire.contracts.sighting import Sighting
from tensionwire.contracts.wire import encode
from tests.alerts.making import CHINA, article, contact, flashpoint, withdrawal
from tests.rules import rule

POLICY = Policy(
    names={"CHN": ("China", "China"), "USA": ("United States", "USA")},
    places={"genf": "CHE", "geneva": "CHE", "wien": "AUT"},
)


def play(sightings: list[Sighting]) -> tuple[dict[str, Record], list[Decision]]:
    """Decide one after another on an empty registry."""
    subjects: dict[str, Subject] = {}
    decisions = [put(subjects, sighting) for sighting in sightings]
    return {i: r for s in subjects.values() for i, r in s.records.items()}, decisions


def put(subjects: dict[str, Subject], sighting: Sighting) -> Decision:
    """Decide one and keep what it changed."""
    subject = subjects.setdefault(sighting.subject, Subject())
    decision = decide(subject, sighting, POLICY)
    for record in decision.records:
        subject.put(record)
    return decision


def told(sightings: list[Sighting]) -> list[str]:
    """The alerts' kinds and states."""
    return [f"{a.kind} {a.status}" for d in play(sightings)[1] for a in d.alerts]


@rule("A1", "A2", "C10")
def test_planned_then_held_then_held_again_alerts_twice() -> None:
    sightings = [
        contact(article("a", "2023-07-12")),
        contact(article("b", "2023-07-13"), status="held"),
        contact(article("c", "2023-07-14"), status="held"),
    ]
    records, decisions = play(sightings)
    assert told(sightings) == ["contact.new planned", "contact.changed held"]
    assert [d.outcome for d in decisions] == [Reason.NEW_RECORD, Reason.STATUS_CHANGED, Reason.JOINED]
    record = next(iter(records.values()))
    assert isinstance(record, ContactRecord)
    assert (record.sighting_count, record.revision, [h.status for h in record.history]) == (3, 2, ["planned", "held"])


@rule("A6")
def test_a_follow_up_names_the_alert_before() -> None:
    _, decisions = play([contact(article("a")), contact(article("b", "2023-07-13"), status="held")])
    first, second = (d.alerts[0] for d in decisions)
    assert second.follows == first.id
    assert second.status_before == "planned"


@rule("C10")
def test_an_older_report_adds_evidence_and_moves_nothing() -> None:
    sightings = [contact(article("a", "2023-07-14"), status="held"), contact(article("b", "2023-07-12"))]
    assert told(sightings) == ["contact.new held"]
    assert play(sightings)[1][1].outcome is Reason.OLDER_REPORT


@rule("C11")
def test_what_took_place_is_planned_no_more() -> None:
    sightings = [
        contact(article("a", "2023-07-13"), status="held"),
        contact(article("b", "2023-07-14"), status="planned"),
    ]
    assert told(sightings) == ["contact.new held"]


@rule("A1")
def test_background_makes_a_record_and_no_alert() -> None:
    records, decisions = play([contact(article("a"), background=True)])
    assert len(records) == 1
    assert decisions[0].outcome is Reason.BACKGROUND
    assert decisions[0].alerts == []


@rule("C9")
def test_a_further_dyad_links_and_does_not_alert() -> None:
    assert play([contact(article("a"), lead=False)])[1][0].outcome is Reason.LINKED


@rule("C3")
def test_a_country_joins_the_named_person_and_the_name_stays() -> None:
    from tests.alerts.making import BLINKEN

    sightings = [contact(article("a"), sides=(BLINKEN, CHINA)), contact(article("b", "2023-07-13"), status="held")]
    records, _ = play(sightings)
    assert [p.name for p in next(iter(records.values())).participants] == ["Antony Blinken", "Wang Yi"]  # type: ignore[union-attr]


@rule("C8")
def test_two_contacts_of_one_article_are_two_records() -> None:
    by = article("a")
    assert len(play([contact(by, number=0), contact(by, number=1)])[0]) == 2


@rule("C2", "C5")
def test_a_visit_and_a_meeting_are_two_records() -> None:
    assert len(play([contact(article("a")), contact(article("b"), form="visit")])[0]) == 2


@rule("C4")
def test_meetings_far_apart_are_two_records() -> None:
    assert len(play([contact(article("a")), contact(article("b", "2023-09-12"), day="2023-09-13")])[0]) == 2


@rule("C15")
def test_a_correction_that_tells_it_again_alerts_nothing() -> None:
    new = article("a", version=2)
    assert told([contact(article("a", version=1)), contact(new), withdrawal(new)]) == ["contact.new planned"]


@rule("C16", "A2")
def test_a_correction_that_tells_it_no_more_is_alerted() -> None:
    sightings = [contact(article("a", version=1)), withdrawal(article("a", version=2))]
    _, decisions = play(sightings)
    assert decisions[1].alerts[0].why == ["correction"]
    assert decisions[1].alerts[0].text["en"].headline.startswith("Withdrawn")


@rule("C15")
def test_a_correction_without_a_version_that_tells_it_again_alerts_nothing() -> None:
    first, later = article("a"), article("a")
    later = msgspec.structs.replace(later, rank=(0, "", "2023-07-12T09:00:00+00:00"), digest="other")
    sightings = [contact(first), contact(later), withdrawal(later), contact(article("b", "2023-07-13"), status="held")]
    assert contact(first).id == contact(later).id
    assert told(sightings) == ["contact.new planned", "contact.changed held"]


@rule("C15")
def test_an_older_version_that_arrives_late_says_nothing() -> None:
    sightings = [contact(article("a", version=2)), contact(article("a", version=1), number=5)]
    assert play(sightings)[1][1].outcome is Reason.OLDER_VERSION


@rule("F1", "A3")
def test_a_flashpoint_alerts_once_until_a_quiet_week_has_passed() -> None:
    days = ["2024-05-01", "2024-05-06", "2024-05-12", "2024-05-25"]
    sightings = [flashpoint(article(d, d)) for d in days]
    _, decisions = play(sightings)
    assert [len(d.alerts) for d in decisions] == [1, 0, 0, 1]
    assert decisions[3].alerts[0].why == ["quiet-period-over"]


@rule("F1", "F2")
def test_a_flashpoint_in_passing_or_between_others() -> None:
    _, decisions = play(
        [
            flashpoint(article("a"), weight=0.1),
            flashpoint(article("b")),
            flashpoint(article("c"), countries=("JPN", "TWN")),
        ]
    )
    assert [d.outcome for d in decisions] == [Reason.IN_PASSING, Reason.NEW_EPISODE, Reason.NEW_EPISODE]


statuses = st.sampled_from(["possible", "planned", "held", "cancelled"])
some = st.lists(
    st.builds(
        lambda n, status, day, form: contact(
            article(f"a{n}", f"2023-07-{10 + n % 5}"), status=status, day=day, form=form
        ),
        st.integers(0, 8),
        statuses,
        st.sampled_from([None, "2023-07-13", "2023-07-14", "2023-08-20"]),
        st.sampled_from(["meeting", "call", "visit"]),
    ),
    max_size=12,
)


@settings(max_examples=60)
@given(some)
@rule("C20")
def test_a_replay_gives_the_same_records_and_alerts_byte_for_byte(sightings: list[Sighting]) -> None:
    one, other = play(sightings), play(sightings)
    assert encode(one[0]) == encode(other[0])
    assert encode([d.alerts for d in one[1]]) == encode([d.alerts for d in other[1]])


@settings(max_examples=60)
@given(some)
@rule("C20")
def test_deciding_again_changes_nothing(sightings: list[Sighting]) -> None:
    subjects: dict[str, Subject] = {}
    for sighting in sightings:
        put(subjects, sighting)
    before = encode([s.records for s in subjects.values()])
    for sighting in sightings:
        decision = decide(subjects[sighting.subject], sighting, POLICY)
        assert decision.alerts == []
        assert decision.records == []
    assert encode([s.records for s in subjects.values()]) == before


@settings(max_examples=60)
@given(some)
@rule("A5")
def test_no_record_without_a_sighting_and_no_alert_id_twice(sightings: list[Sighting]) -> None:
    records, decisions = play(sightings)
    assert all(r.sighting_count >= 1 for r in records.values() if isinstance(r, ContactRecord))
    ids = [a.id for d in decisions for a in d.alerts]
    assert len(ids) == len(set(ids))
