"""Rules of docs/alerts.md about records and alerts, each cited by its number."""

from datetime import date, timedelta
from itertools import permutations
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts import Decision, Reason
from alerts.life.told import rows
from alerts.subject import LATEST, WINDOW_DAYS, Subject
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import MAX_SIGHTINGS, ContactRecord
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import DateWindow, Participant
from tests.alerts.making import BLINKEN, WANG, article, contact
from tests.alerts.test_life import play, put
from tests.rules import rule

AMERICA = Participant(affiliation="USA")
XI = Participant(affiliation="CHN", name="Xi Jinping", role="head-of-state")


def records(sightings: list[Sighting]) -> list[ContactRecord]:
    """The records that are left, aliases apart."""
    return [r for r in play(sightings)[0].values() if isinstance(r, ContactRecord) and r.alias_of is None]


def alerts(sightings: list[Sighting]) -> list[str]:
    return [f"{a.kind} {' '.join(a.why)}" for d in play(sightings)[1] for a in d.alerts]


def changed(sighting: Sighting, **change: Any) -> Sighting:
    """The sighting, its contact changed."""
    return msgspec.structs.replace(sighting, contact=msgspec.structs.replace(sighting.contact, **change))


@rule("C1")
def test_a_records_id_is_that_of_its_founding_report() -> None:
    first = contact(article("a"))
    assert first.contact is not None
    found = records([first, contact(article("b", "2023-07-13"), status="held")])
    assert [r.id for r in found] == [stable_id("CHN-USA", "a", first.contact.id)]


@rule("C2")
def test_a_visit_and_its_meetings_are_linked() -> None:
    by = article("a")
    visit = contact(by, form="visit", sides=(BLINKEN, Participant(affiliation="CHN")), number=1)
    meeting, far = contact(by, number=2), contact(article("b", "2023-09-01"), day="2023-09-02")
    found = {r.form + str(r.date and r.date.start): r for r in records([visit, meeting, far])}
    there, met = found["visit2023-07-13"], found["meeting2023-07-13"]
    assert (there.links, met.links) == ([met.id], [there.id])
    assert found["meeting2023-09-02"].links == []


@rule("C6")
def test_a_meeting_that_is_put_off_stays_one_and_says_so() -> None:
    sightings = [contact(article("a")), contact(article("b", "2023-07-13"), day="2023-07-20")]
    assert alerts(sightings) == ["contact.new first-report", "contact.changed date:moved"]
    assert [r.date and r.date.start for r in records(sightings)] == ["2023-07-20"]


@rule("C7")
def test_of_two_meetings_the_nearer_is_joined() -> None:
    by = article("a", "2023-07-10")
    monday, friday = contact(by, day="2023-07-10", number=1), contact(by, day="2023-07-14", number=2)
    told = contact(article("b", "2023-07-15"), day="2023-07-14", status="held")
    found = records([monday, friday, told])
    assert sorted((r.date and r.date.start, r.sighting_count) for r in found) == [("2023-07-10", 1), ("2023-07-14", 2)]


@rule("C8")
def test_a_record_is_left_to_the_later_contact_that_is_clearly_more_like_it() -> None:
    first = contact(article("a"))
    by = article("b", "2023-07-14")
    vague, exact = contact(by, day=None, status="held", number=1), contact(by, status="held", number=2)
    assert exact.contact is not None
    knowing = msgspec.structs.replace(vague, later=[exact.contact])
    found = {r.sighting_count: r for r in records([first, knowing, exact])}
    assert {s.contact for s in found[2].sightings} == {first.contact.id if first.contact else "", exact.contact.id}


@rule("C9")
def test_the_second_pair_of_three_sides_alerts_only_what_is_told_of_it_alone() -> None:
    linked = contact(article("a"), lead=False)
    assert alerts([linked, contact(article("b", "2023-07-12"))]) == []
    held = contact(article("c", "2023-07-13"), status="held")
    assert alerts([linked, held]) == ["contact.changed status:planned:held"]


@rule("C9")
def test_three_sides_go_to_three_pairs_and_four_to_the_principal_two() -> None:
    from tensionwire.analysis.sightings import dyads

    sighting = contact(article("a"))
    assert sighting.contact is not None
    three = [*sighting.contact.participants, Participant(affiliation="JPN")]
    assert dyads(msgspec.structs.replace(sighting.contact, participants=three)) == ["CHN-JPN", "CHN-USA", "JPN-USA"]
    four = [*three, Participant(affiliation="KOR")]
    assert dyads(msgspec.structs.replace(sighting.contact, participants=four)) == ["CHN-USA"]


@rule("C10")
@given(st.permutations(range(5)))
def test_the_state_depends_on_the_reports_and_not_on_their_arrival(order: list[int]) -> None:
    told = [
        contact(article("a", "2023-07-08"), status="possible"),
        contact(article("b", "2023-07-10")),
        contact(article("c", "2023-07-11"), status="cancelled"),
        contact(article("d", "2023-07-12")),
        contact(article("e", "2023-07-13"), status="held"),
    ]
    (found,) = records([told[n] for n in order])
    assert (found.status, found.first_seen, found.last_seen) == (
        "held",
        "2023-07-08T00:00:00+00:00",
        "2023-07-13T00:00:00+00:00",
    )
    assert [s.status for s in found.history] == ["possible", "planned", "cancelled", "planned", "held"]


@rule("C12")
def test_a_contact_can_be_announced_again_after_a_cancellation() -> None:
    sightings = [
        contact(article("a", "2023-07-08")),
        contact(article("b", "2023-07-10"), status="cancelled"),
        contact(article("c", "2023-07-12")),
    ]
    _, decisions = play(sightings)
    assert [a.status for d in decisions for a in d.alerts] == ["planned", "cancelled", "planned"]
    assert decisions[2].alerts[0].text["en"].why[0] == "announced again after it was called off"


@rule("C13")
def test_what_was_planned_and_never_told_again_is_unconfirmed_and_raises_nothing() -> None:
    sightings = [contact(article("a"))]
    assert [r.unconfirmed for r in rows(records(sightings), date(2023, 7, 14))] == [True]
    assert [r.unconfirmed for r in rows(records(sightings), date(2023, 7, 13))] == [False]
    held = [*sightings, contact(article("b", "2023-07-13"), status="held")]
    assert [r.unconfirmed for r in rows(records(held), date(2023, 7, 14))] == [False]
    assert len(alerts(sightings)) == 1


@rule("C14")
def test_two_records_that_turn_out_to_be_one_are_merged_without_an_alert() -> None:
    month = DateWindow(start="2023-07-01", end="2023-07-31", precision="month")
    ministers = (BLINKEN, Participant(affiliation="CHN", role="foreign-minister"))
    first = changed(contact(article("a", "2023-06-20"), sides=ministers, day=None), date=month)
    second = contact(article("b", "2023-07-10"), sides=(AMERICA, WANG))
    both = contact(article("c", "2023-07-11"))
    subjects: dict[str, Subject] = {}
    decisions: list[Decision] = []
    for sighting in (first, second, both):
        decisions.append(put(subjects, sighting))
    found = [r for r in subjects["CHN-USA"].records.values() if isinstance(r, ContactRecord)]
    left = [r for r in found if r.alias_of is None]
    assert len(left) == 1
    assert left[0].sighting_count == 3
    assert {r.alias_of for r in found} <= {None, left[0].id}
    assert decisions[2].alerts == [] or decisions[2].outcome is not Reason.MERGED


COPY = [10, 20, 30, 40, 50, 60]


def printed(by: ArticleRef, hashes: list[int]) -> ArticleRef:
    return msgspec.structs.replace(by, fingerprint=hashes)


@rule("C17")
def test_near_copies_count_once() -> None:
    sightings = [
        contact(printed(article("a", source="Agency"), COPY)),
        contact(printed(article("b", source="Kurier"), [*COPY[:5], 99])),
        contact(printed(article("c", source="Bote"), [1, 2, 3, 4])),
    ]
    assert [r.sources for r in records(sightings)] == [["Agency", "Bote"]]
    assert [d.outcome for d in play(sightings)[1]] == [Reason.NEW_RECORD, Reason.NEAR_COPY, Reason.JOINED]


@rule("C18")
def test_a_late_arrival_counts_by_its_publication() -> None:
    late = msgspec.structs.replace(article("b", "2023-07-12"), arrived="2023-08-20T00:00:00+00:00")
    sightings = [contact(article("a", "2023-07-13"), status="held"), contact(late)]
    (found,) = records(sightings)
    assert (found.status, found.last_seen, found.touched) == (
        "held",
        "2023-07-13T00:00:00+00:00",
        "2023-08-20T00:00:00+00:00",
    )


@rule("C19")
def test_a_record_carries_few_reports_and_counts_all() -> None:
    told = [contact(article(f"a{n:03}", "2023-07-10")) for n in range(150)]
    told.append(contact(article("b", "2023-07-13"), status="held"))
    told += [contact(article(f"c{n:03}", "2023-07-14"), status="held") for n in range(150)]
    (found,) = records(told)
    assert (found.sighting_count, len(found.sightings), found.status) == (301, MAX_SIGHTINGS, "held")
    carried = {s.article.id for s in found.sightings}
    assert {"a000", "b", "c149"} <= carried
    assert [s.status for s in found.history] == ["planned", "held"]
    assert found.first_seen == "2023-07-10T00:00:00+00:00"
    assert len(found.sources) == 301


@rule("C21")
def test_a_record_leaves_sight_long_after_its_last_report() -> None:
    def old(n: int) -> ContactRecord:
        seen = (date(2020, 1, 1) + timedelta(days=n)).isoformat()
        (found,) = records([contact(article(f"a{n}", seen), day=seen, status="held")])
        return found

    subject = Subject([old(n) for n in range(3)])
    assert subject.outside() == []
    for n in range(WINDOW_DAYS + 10, WINDOW_DAYS + 10 + LATEST):
        subject.put(msgspec.structs.replace(old(3), id=f"{n:x}", touched=old(n).touched))
    first = {r.id for r in map(old, range(3))}
    assert set(subject.outside()) == first
    assert subject.telling("a0") == []
    planned = msgspec.structs.replace(old(0), date=DateWindow(start="2030-01-01"))
    subject.put(planned)
    assert planned.id not in subject.outside()


@rule("A2")
def test_what_becomes_known_of_a_planned_contact_is_told_and_of_a_held_one_is_not() -> None:
    first = contact(article("a", "2023-07-10"), day=None)
    dated = contact(article("b", "2023-07-11"))
    placed = changed(contact(article("c", "2023-07-12")), place="Jakarta")
    assert alerts([first, dated, placed]) == [
        "contact.new first-report",
        "contact.changed date:known",
        "contact.changed place:known",
    ]
    held = [contact(article("a", "2023-07-13"), status="held"), changed(contact(article("b", "2023-07-14")), place="X")]
    assert alerts(held) == ["contact.new first-report"]


@rule("A2")
def test_a_place_that_moves_to_another_state_is_told_and_another_name_for_it_is_not() -> None:
    def told(id_: str, place: str) -> Sighting:
        return changed(contact(article(id_)), place=place)

    assert alerts([told("a", "Genf"), told("b", "Villa La Grange"), told("c", "Geneva")]) == [
        "contact.new first-report"
    ]
    sightings = [told("a", "Genf"), told("b", "Wien")]
    assert alerts(sightings) == ["contact.new first-report", "contact.changed place:moved"]
    assert play(sightings)[1][1].alerts[0].text["en"].why == ["moved, was planned in Genf"]
    assert [r.place for r in records(sightings)] == ["Wien"]


@rule("A2")
def test_a_higher_rank_is_told() -> None:
    deputy = Participant(affiliation="CHN", name="Xie Feng", role="deputy-minister")
    sightings = [
        contact(article("a"), sides=(BLINKEN, deputy)),
        contact(article("b"), sides=(BLINKEN, deputy, XI)),
    ]
    _, decisions = play(sightings)
    assert decisions[1].alerts[0].why == ["rank:head-of-state"]
    assert decisions[1].outcome is Reason.HIGHER_RANK


@rule("A5")
def test_an_alerts_id_is_made_of_kind_record_and_revision() -> None:
    _, decisions = play([contact(article("a")), contact(article("b", "2023-07-13"), status="held")])
    one, two = (d.alerts[0] for d in decisions)
    assert one.id == stable_id("contact.new", one.record, 1)
    assert two.id == stable_id("contact.changed", one.record, 2)


times = st.integers(0, 6).map(lambda n: (date(2023, 7, 8) + timedelta(days=n)).isoformat())
reports = st.lists(
    st.builds(
        lambda n, when, status, day: contact(article(f"a{n}", when), status=status, day=day, number=n),
        st.integers(0, 99),
        times,
        st.sampled_from(["possible", "planned", "held", "cancelled"]),
        st.sampled_from([None, "2023-07-13", "2023-07-14"]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda s: s.article.id,
)


@settings(max_examples=80, deadline=None)
@given(reports)
@rule("C10")
def test_where_the_members_are_the_same_the_record_is_the_same_in_any_order(told: list[Sighting]) -> None:
    seen: dict[frozenset[str], tuple[Any, ...]] = {}
    for order in permutations(told):
        for found in records(list(order)):
            members = frozenset(s.article.id for s in found.sightings)
            said = (found.status, found.date, found.place, found.first_seen, found.last_seen, tuple(found.sources))
            assert seen.setdefault(members, said) == said
