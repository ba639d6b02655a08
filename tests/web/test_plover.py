"""Records as event data: PLOVER's fields, and tables that no spreadsheet runs."""

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.contracts.tagged import DateWindow, Participant
from tensionwire.web.feeds import plover
from tests.web.test_store import contact


def test_a_meeting_has_all_as_sources_and_a_visit_a_host() -> None:
    meeting = plover.event(contact(status="held"))
    assert [a["code"] for a in meeting["source"]] == ["CHN", "USA"]
    assert "recipient" not in meeting
    assert (meeting["event"], meeting["quad_code"], meeting["date"]) == (["CONSULT"], 1, "2023-07-13")
    assert meeting["cite_info"]["publication"] == "Post"
    visit = plover.event(contact(form="visit"))
    assert ([a["code"] for a in visit["source"]], [a["code"] for a in visit["recipient"]]) == (["CHN"], ["USA"])
    assert (visit["event"], visit["mode"], visit["context"]) == (["AGREE"], ["visit"], ["future"])


@pytest.mark.parametrize(
    ("status", "event", "quad"), [("possible", "REQUEST", 1), ("planned", "AGREE", 1), ("cancelled", "REJECT", 3)]
)
def test_the_status_is_the_event(status: str, event: str, quad: int) -> None:
    told = plover.event(contact(status=status))
    assert (told["event"], told["quad_code"]) == ([event], quad)


def test_an_open_date_is_that_of_the_report() -> None:
    assert plover.event(contact(day=None))["date"] == "2023-07-12"
    spanned = contact(date=DateWindow(start="2023-07-13", end="2023-07-15"))
    assert plover.event(spanned)["enddate"] == "2023-07-15"


@given(st.text(), st.text(), st.text())
def test_no_cell_is_a_formula_and_a_table_reads_back(name: str, place: str, source: str) -> None:
    people = [Participant(affiliation="CHN", name="=1+1" + name), Participant(affiliation="USA", name=name)]
    record = contact(participants=people, place=place or None, sources=[source])
    record = msgspec.structs.replace(record, place="@SUM(1)" + place)
    cells = plover.row(record)
    line = plover.table_line(cells)
    assert next(csv.reader(io.StringIO(line, newline=""))) == cells
    assert not any(cell.startswith(plover.FORMULA) for cell in cells)
    assert dict(zip(plover.COLUMNS, cells, strict=True))["place"].startswith("'@SUM(1)")
