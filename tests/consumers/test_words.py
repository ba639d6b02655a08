"""What people read: plain words, and nothing that a stranger smuggled in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.words.safe import Link, chat, link, safe
from consumers.words.text import lines, moment
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
def test_nothing_means_anything_to_a_chat(text: str) -> None:
    assert not set(chat(text)) & set("*_~`|[]<>@#\\&")
    assert chat(chat(text)) == chat(text)


@given(st.text())
def test_a_link_is_a_plain_address_or_none(text: str) -> None:
    for url in (text, f"https://a.example/{text}", f"https://{text}/"):
        found = link(url)
        assert found is None or (found.startswith(("https://", "http://")) and safe(found) == found)
        assert not set(found or "") & set("<>\"'`*()[]{}|\\ ") or "[" in url


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x?y=1&z=ü#p", "https://a.example/x?y=1&z=%C3%BC#p"),
        ("https://müller.example/", "https://xn--mller-kva.example/"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("https://a.example/50%25/(x)", "https://a.example/50%25/%28x%29"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://bank.example@evil.example/", None),
        ("https://a.example/\r\nX: y", None),
        ("https://a.example/\u202egnp.exe", None),
        ("https://a.example:port/", None),
        ("//a.example/", None),
        ("", None),
        (None, None),
    ],
)
def test_links(url: str | None, shown: str | None) -> None:
    assert link(url) == shown
    assert shown is None or isinstance(link(url), Link)


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
    assert moment("2023-07-12T23:40:00+00:00", "en", "Europe/Berlin") == "13 Jul 2023, 01:40 CEST"
    assert moment("rubbish", "en") == ""
    assert moment("0001-01-01T00:00:00+14:00", "en") == ""
