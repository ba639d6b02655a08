"""Mail on a real mail server: threads, headers, logins, and each sort of answer."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from alerts.rules.channels import Mail
from consumers.channels.base import DIGEST, ChannelError, Parcel, Sent
from consumers.channels.mail import MailChannel
from consumers.channels.mail.message import address
from tensionwire.contracts.alert import Alert
from tests.consumers.channels.harness import reader
from tests.consumers.making import alert
from tests.edge.listeners import Mailbox, mail_server


@pytest.fixture(scope="module")
def server() -> Iterator[Mailbox]:
    with mail_server() as found:
        yield found


@pytest.fixture
def box(server: Mailbox) -> Mailbox:
    server.mails.clear()
    server.answer = server.rcpt = "250 OK"
    return server


def settings(port: int, **changes: Any) -> Mail:
    plain = Mail(
        host="127.0.0.1", port=port, sender="a@x.example", to=["b@x.example"], security="none", allow=["127.0.0.1"]
    )
    return msgspec.structs.replace(plain, **changes)


def send(found: Mail, *parcels: Parcel, timeout: float = 5.0) -> list[Sent]:
    async def run() -> list[Sent]:
        channel = MailChannel(found, reader(timeout))
        try:
            return [await channel.send(p) for p in parcels]
        finally:
            await channel.close()

    return asyncio.run(run())


def single(found: Alert) -> Parcel:
    return Parcel(found.id, found.kind, (found,))


def test_a_follow_up_answers_the_first_mail_of_its_record(box: Mailbox) -> None:
    first = alert(1, record="r")
    second, third = (msgspec.structs.replace(alert(n, record="r"), revision=n, follows=first.id) for n in (2, 3))
    other = alert(4, record="other")
    assert send(settings(box.port), *map(single, (first, second, third, other))) == [Sent("delivered")] * 4
    one, two, three, apart = box.mails
    assert two["In-Reply-To"] == two["References"] == three["In-Reply-To"] == one["Message-ID"]
    assert one["In-Reply-To"] is None
    assert apart["In-Reply-To"] is None
    assert len({m["Message-ID"] for m in box.mails}) == 4
    assert first.id in two.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_repeat_is_the_same_mail(box: Mailbox) -> None:
    send(settings(box.port), single(alert()), single(alert()))
    assert box.mails[0]["Message-ID"] == box.mails[1]["Message-ID"]


def test_umlauts_and_long_lines_arrive(box: Mailbox) -> None:
    long = "Außenminister Wadephul traf Präsident Selenskyj. " * 20
    send(settings(box.port, to=["Büro <b@x.example>"]), single(alert(headline=long, quote="ü" * 2000)))
    [mail] = box.mails
    assert mail["Subject"].startswith("[NEW · held · high] Außenminister Wadephul")
    assert mail["To"] == "Büro <b@x.example>"
    assert "üüü" in mail.get_body(("html",)).get_content()  # type: ignore[union-attr]


def test_a_digest_is_one_mail(box: Mailbox) -> None:
    assert send(settings(box.port), Parcel("d", DIGEST, tuple(alert(n) for n in range(40)))) == [Sent("delivered")]
    assert box.mails[0]["Subject"] == "40 alerts: A and B met"


@pytest.mark.parametrize(
    ("rcpt", "answer", "expected"),
    [
        ("250 OK", "451 later", Sent("retry", "smtp-451")),
        ("250 OK", "554 no", Sent("final", "smtp-554")),
        ("450 greylisted", "250 OK", Sent("retry", "smtp-450")),
        ("550 nobody", "250 OK", Sent("final", "smtp-550")),
    ],
)
def test_each_answer_has_its_outcome(box: Mailbox, rcpt: str, answer: str, expected: Sent) -> None:
    box.rcpt, box.answer = rcpt, answer
    assert send(settings(box.port), single(alert())) == [expected]


def test_no_server_no_tls_and_silence_come_again(box: Mailbox) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        before = threading.active_count()
        assert send(settings(port), single(alert()), timeout=0.3) == [Sent("retry", "timeout")]
        assert send(settings(port, security="tls"), single(alert()), timeout=0.3) == [Sent("retry", "timeout")]
        for _ in range(50):
            if threading.active_count() <= before:
                break
            threading.Event().wait(0.1)
        assert threading.active_count() <= before, "a thread hangs on a server that says nothing"
    assert send(settings(port), single(alert())) == [Sent("retry", "connection")]
    assert send(settings(box.port, security="starttls"), single(alert())) == [Sent("final", "smtp-unsupported")]


def test_a_login_never_goes_out_without_tls(box: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_SECRET", "canary-4711")
    found = settings(box.port, security="starttls", user="u", password_env="MAIL_SECRET")
    assert send(found, single(alert())) == [Sent("final", "smtp-unsupported")]


@pytest.mark.parametrize("wrong", ["", "nobody", "a@b\r\nBcc: c@d.example", "a@", "<x", "\u202ea@b.example"])
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="address"):
        address(wrong)
    with pytest.raises(ChannelError, match="mail addresses"):
        MailChannel(settings(25, to=[wrong]), reader())
