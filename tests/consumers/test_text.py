"""What people read: plain words, and nothing that a stranger smuggled in."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from consumers.text import lines, moment, safe
from tests.consumers.making import alert


def test_an_alert_in_both_languages() -> None:
    assert lines(alert(), "en") == [
        "NEW · held · high          A and B met",
        '"A met B." (Courier)',
        "https://a.example/1",
        "1 source. Why: first report.",
    ]
    assert lines(alert(), "de")[0] == "NEU · erfolgt · hoch       A and B met"
    assert lines(alert(), "de")[1] == "„A met B.“ (Courier)"


@given(st.text())
def test_no_control_or_invisible_character_gets_through(text: str) -> None:
    for line in lines(alert(headline=text, quote=text)):
        assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for c in line)


def test_a_link_that_is_no_web_address_is_dropped() -> None:
    bad = alert()
    bad.evidence[0] = type(bad.evidence[0])(quote="q", article="a", url="javascript:alert(1)")
    assert not any("javascript" in line for line in lines(bad))


def test_bidirectional_tricks_are_taken_out() -> None:
    assert safe("user\u202egnp.exe\u200b\x1b[31m") == "usergnp.exe [31m"


def test_a_bare_date_shows_no_time() -> None:
    assert moment("2023-07-12T00:00:00+00:00", "de") == "12. Juli 2023"
    assert moment("2023-07-12T08:40:00+00:00", "en") == "12 Jul 2023, 08:40 UTC"
    assert moment("rubbish", "en") == ""
