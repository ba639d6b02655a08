"""Every word of a page is there in both languages, and every one is used."""

import re
from pathlib import Path

import pytest

from tensionwire.contracts.tagged import DateWindow
from tensionwire.lexicon import names
from tensionwire.web.templating import FOLDER, web_address
from tensionwire.web.words import de, en, speeches

SPEECHES = speeches(names())
TABLES = ("WORDS", "KINDS", "STATUS", "SEVERITY", "FORMS")
WEB = Path(en.__file__).parents[1]


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_say_the_same_things(table: str) -> None:
    assert getattr(en, table).keys() == getattr(de, table).keys()
    assert all(getattr(en, table).values()) and all(getattr(de, table).values())


def test_every_word_is_asked_for_and_no_other() -> None:
    templates = "\n".join(f.read_text(encoding="utf-8") for f in FOLDER.glob("*.html"))
    code = "\n".join(f.read_text(encoding="utf-8") for f in WEB.rglob("*.py"))
    asked = set(re.findall(r"\bt\.(\w+)", templates)) | set(re.findall(r"\.t\[['\"](\w+)['\"]\]", code))
    counted = re.findall(r"many\(['\"](\w+)['\"]", templates + code)
    asked |= {f"{what}_{n}" for what in counted for n in ("one", "many")}
    # made of a beginning and a code: a mark, a period, a step, an outcome, a reason
    made = ("mark_", "period_", "by_", "outcome_", "reason_")
    assert asked <= set(en.WORDS)
    assert {word for word in en.WORDS if word not in asked and not word.startswith(made)} == set()


def test_no_word_is_hidden_by_a_method_of_its_table() -> None:
    assert not set(en.WORDS) & set(dir(dict))


@pytest.mark.parametrize(
    ("window", "english", "german"),
    [
        (DateWindow(start="2023-07-13"), "13 Jul 2023", "13. Juli 2023"),
        (DateWindow(start="2023-12-30", end="2024-01-02"), "30 Dec 2023 – 2 Jan 2024", "30. Dez. 2023 – 2. Jan. 2024"),
        (DateWindow(start="2023-07-13", end="2023-07-14"), "13 Jul – 14 Jul 2023", "13. Juli – 14. Juli 2023"),
        (DateWindow(start="2023-05-01", end="2023-05-31", precision="month"), "May 2023", "Mai 2023"),
        (DateWindow(start="2023-01-01", end="2023-12-31", precision="year"), "2023", "2023"),
        (None, "date open", "Datum offen"),
    ],
)
def test_dates(window: DateWindow | None, english: str, german: str) -> None:
    assert (SPEECHES["en"].window(window), SPEECHES["de"].window(window)) == (english, german)


@pytest.mark.parametrize("text", ["", "no date", "2023-99-99", "12:00"])
def test_odd_times_are_told_as_nothing(text: str) -> None:
    assert (SPEECHES["en"].day(text), SPEECHES["en"].clock(text)) == ("", "")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http:///x", "ftp://a.example", "http://[", None],
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert web_address(url) == ""


def test_what_is_one() -> None:
    assert web_address("https://a.example/?q=1") == "https://a.example/?q=1"
