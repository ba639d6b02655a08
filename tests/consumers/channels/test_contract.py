"""What every channel keeps: it delivers each sort of parcel, tells final from passing, and lets nothing through."""

import asyncio
import logging
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from alerts.rules import parse
from alerts.rules.channels import CHANNELS as KEYS
from consumers.channels import CHANNELS
from consumers.channels.base import DIGEST, NOTICE, TEST, Parcel, Reader, Sent
from consumers.words.sample import SAMPLE
from tensionwire.contracts.alert import Alert, AlertEvidence, Wording
from tests.consumers.channels.harness import FOLDER, HARNESSES, Harness, reader
from tests.consumers.making import alert

ROOT = Path(__file__).resolve().parents[3]
NASTY = (
    "One\r\nBcc: all@evil.example\r\n\r\n<b>bold</b><script>x</script> *star* _under_ `tick` "
    "[click](https://evil.example) <https://evil.example|here> <!channel> "
    "@everyone \u202egnp.exe\u200b\x1b[31m\x07 ~~~ {{ 7*7913 }} {% raw %} &lt;i&gt;"
)


@pytest.fixture(params=CHANNELS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def harness(name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Harness]:
    with HARNESSES[name](capsys, monkeypatch) as found:
        yield found


def send(harness: Harness, *parcels: Parcel, to: Reader | None = None) -> list[Sent]:
    async def run() -> list[Sent]:
        channel = harness.open(to or reader())
        try:
            return [await channel.send(parcel) for parcel in parcels]
        finally:
            await channel.close()
            await channel.close()

    return asyncio.run(run())


def single(found: Alert) -> Parcel:
    return Parcel(found.id, found.kind, (found,))


def nasty(**changes: object) -> Alert:
    plain = alert(headline=NASTY, quote=NASTY)
    evidence = [AlertEvidence(quote=NASTY, article="a", title=NASTY, source=NASTY, url="javascript:alert(1)")]
    words = {"en": Wording(headline=NASTY, why=[NASTY, NASTY])}
    return msgspec.structs.replace(plain, evidence=evidence, text=words, **changes)


def test_folders_keys_and_channels_are_the_same(name: str) -> None:
    folders = {f.name for f in FOLDER.iterdir() if f.is_dir() and not f.name.startswith("_")}
    assert set(CHANNELS) == set(KEYS) == set(HARNESSES) == folders


def test_it_has_an_example_that_loads_and_a_page_that_shows_it(name: str) -> None:
    text = (FOLDER / name / "example.yaml").read_text(encoding="utf-8")
    assert parse(text, name).receivers[0].channel == name
    page = (ROOT / "docs" / "channels" / f"{name}.md").read_text(encoding="utf-8")
    shown = "\n".join(f"    {line}".rstrip() for line in text.splitlines() if not line.startswith("#"))
    assert shown.strip("\n") in page


def test_an_alert_arrives(harness: Harness) -> None:
    assert send(harness, single(alert())) == [Sent("delivered")]
    [told] = harness.arrived()
    for word in ("A and B met", "A met B.", "Courier", "https://a.example/1"):
        assert word in told


def test_a_digest_arrives_as_one(harness: Harness) -> None:
    many = tuple(alert(n, headline=f"Headline number {n}") for n in range(10))
    assert send(harness, Parcel("digest-1", DIGEST, many)) == [Sent("delivered")]
    [told] = harness.arrived()
    assert all(f"Headline number {n}" in told for n in range(10))


def test_a_test_is_marked_and_a_notice_says_its_words(harness: Harness) -> None:
    sent = send(harness, Parcel("t", TEST, (SAMPLE,)), Parcel("n", NOTICE, said="The receiver newsroom fails."))
    assert sent == [Sent("delivered")] * 2
    told = harness.arrived()
    assert "test" in told[0].lower()
    assert "The receiver newsroom fails." in told[-1]


def test_final_is_told_from_passing(harness: Harness, name: str) -> None:
    harness.stumble()
    assert send(harness, single(alert()))[0].outcome == "retry"
    if name != "console":  # a screen refuses nothing for good
        harness.refuse()
        assert send(harness, single(alert()))[0].outcome == "final"


def test_what_strangers_wrote_arrives_as_text(harness: Harness, name: str) -> None:
    assert send(harness, single(nasty()), Parcel("d", DIGEST, (nasty(), alert(1)))) == [Sent("delivered")] * 2
    for told in harness.arrived():
        assert str(7 * 7913) not in told  # a template inside of a title is not run
        if name == "webhook":  # JSON carries all as it is: its reader shows it
            assert "javascript" in told
            continue
        for character in told.replace("\n", ""):
            assert unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"), repr(character)
        assert "javascript" not in told
    if name == "apprise":
        assert not any(
            sign in told for told in harness.arrived() for sign in ("<!channel>", "@everyone", "](", "|here")
        )
    if name == "mail":
        for told in harness.arrived():
            assert "\nBcc:" not in told
            html = told[told.index("<!doctype") :]
            assert "<script" not in html
            assert "<b>" not in html
            assert "&lt;script&gt;" in html


def test_the_reader_gets_his_language(harness: Harness, name: str) -> None:
    assert send(harness, single(alert()), to=reader(language="de")) == [Sent("delivered")]
    if name != "webhook":
        assert "NEU · erfolgt · hoch" in harness.arrived()[0]


def test_no_secret_is_in_a_log(harness: Harness, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    harness.stumble()
    sent = send(harness, single(alert()))
    harness.refuse()
    sent += send(harness, single(alert()))
    assert not harness.secret or harness.secret not in caplog.text + repr(sent)


def test_a_broken_template_gives_plain_text(
    harness: Harness, name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for template in CHANNELS[name].templates:
        (tmp_path / name).mkdir(exist_ok=True)
        # good with the samples, and not with the alert that comes
        (tmp_path / name / f"{template}.j2").write_text(
            "{% for a in alerts %}{% if a.headline == 'Boom' %}{{ a.nothing }}{% endif %}{% endfor %}ok"
        )
    sent = send(harness, single(alert(headline="Boom")), to=reader(folder=str(tmp_path)))
    assert sent == [Sent("delivered")]
    assert "Boom" in harness.arrived()[0]
    if CHANNELS[name].templates:
        assert "plain text goes out instead" in caplog.text
