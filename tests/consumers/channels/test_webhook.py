"""The webhook channel against a real HTTP server: each class of answer has its outcome."""

import asyncio
import base64
import logging
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook as Signer

from alerts.rules.channels import Webhook
from consumers.channels.base import ChannelError, Parcel, Sent
from consumers.channels.webhook import WebhookChannel
from consumers.channels.webhook.answer import judge, seconds
from tests.consumers.channels.harness import reader
from tests.consumers.making import alert
from tests.edge.receiver import OK, Receiver


def send(settings: Webhook, timeout: float = 2.0) -> Sent:
    async def run() -> Sent:
        channel = WebhookChannel(settings, reader(timeout))
        try:
            return await channel.send(Parcel(alert().id, alert().kind, (alert(),)))
        finally:
            await channel.close()

    return asyncio.run(run())


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch, receiver: Receiver) -> None:
    monkeypatch.setenv("HOOK_SECRET", receiver.secret)


def hook(url: str, *allow: str) -> Webhook:
    return Webhook(url=url, secret_env="HOOK_SECRET", allow=list(allow))


def test_a_signed_alert_arrives_under_its_id(receiver: Receiver) -> None:
    assert send(hook(receiver.url, "127.0.0.0/8")) == Sent("delivered")
    assert receiver.ids() == [alert().id]
    assert receiver.calls[0].data["type"] == "contact.new"
    assert receiver.calls[0].data["data"]["subject"] == "CHN-USA"
    assert receiver.refused == []


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (204, {}, Sent("delivered")),
        (301, {"Location": "http://127.0.0.1:1/"}, Sent("final", "redirect")),
        (400, {}, Sent("final", "http-400")),
        (404, {}, Sent("final", "http-404")),
        (410, {}, Sent("final", "gone")),
        (429, {"Retry-After": "120"}, Sent("retry", "http-429", 120.0)),
        (500, {}, Sent("retry", "http-500")),
        (503, {"Retry-After": "not a time"}, Sent("retry", "http-503")),
    ],
)
def test_each_answer_has_its_outcome(receiver: Receiver, status: int, headers: dict[str, str], expected: Sent) -> None:
    receiver.answer = lambda _: (status, headers, 0.0)
    assert send(hook(receiver.url, "127.0.0.1")) == expected
    assert receiver.count == 1


def test_a_slow_answer_is_a_timeout(receiver: Receiver) -> None:
    receiver.answer = lambda _: (200, {}, 1.5)
    assert send(hook(receiver.url, "127.0.0.1"), timeout=0.3) == Sent("retry", "timeout")


@pytest.fixture
def rude() -> Iterator[str]:
    """A server that closes every connection without a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def refuse() -> None:
            while True:
                try:
                    server.accept()[0].close()
                except OSError:
                    return

        threading.Thread(target=refuse, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def test_a_closed_connection_and_bad_tls_come_again(rude: str) -> None:
    assert send(hook(f"http://{rude}/", "127.0.0.1")) == Sent("retry", "connection")
    assert send(hook(f"https://{rude}/", "127.0.0.1")).outcome == "retry"


def test_tls_that_nobody_vouches_for_comes_again_and_says_so(receiver: Receiver) -> None:
    plain = receiver.url.replace("http://", "https://")
    assert send(hook(plain, "127.0.0.1")) == Sent("retry", "tls")


def test_a_yes_counts_when_its_headers_are_there(rude_drip: str) -> None:
    """A 2xx whose body never ends is a 2xx: what comes after it changes nothing, and is not waited for."""
    dripping = f"http://{rude_drip}/body"
    assert send(hook(dripping, "127.0.0.1"), timeout=2.0) == Sent("delivered")


def test_two_keys_sign_while_they_are_rotated(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = Receiver(), Receiver()
    new.secret = base64.b64encode(b"a new key, which is a test").decode()
    new.signer = Signer(new.secret)
    monkeypatch.setenv("HOOK_SECRET", f"{new.secret} {old.secret}")
    for found in (old, new):
        assert send(hook(found.url, "127.0.0.1")) == Sent("delivered")
        assert (len(found.calls), found.refused) == (1, [])
        found.close()


def test_bytes_that_drip_for_ever_are_a_timeout(rude_drip: str) -> None:
    assert send(hook(f"http://{rude_drip}/", "127.0.0.1"), timeout=0.5) == Sent("retry", "timeout")


@pytest.fixture
def rude_drip() -> Iterator[str]:
    """A server whose answer never ends: a byte every 50 ms, of its headers, or for /body of its body."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                body = b"POST /body" in connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\n" + (b"Content-Length: 9999\r\n\r\n" if body else b"X-Slow: "))
                while not over.wait(0.05):
                    try:
                        connection.sendall(b"x")
                    except OSError:
                        return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        over.set()
        thread.join(5)


def test_a_receiver_that_never_answers_is_a_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:  # takes the connection, and says nothing
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert send(hook(url, "127.0.0.1"), timeout=0.3) == Sent("retry", "timeout")


def test_a_retry_after_is_seconds_or_a_date() -> None:
    now = datetime(2026, 1, 1, 12, tzinfo=UTC)
    assert judge(429, "7", now) == Sent("retry", "http-429", 7.0)
    assert seconds("Thu, 01 Jan 2026 12:01:00 GMT", now) == 60.0
    assert seconds("Thu, 01 Jan 2026 11:00:00 GMT", now) == 0.0
    assert seconds("Thu, 01 Jan 2027 11:00:00 GMT", now) == seconds("9" * 400, now) == 24 * 3600
    assert seconds("soon", now) is None


def test_a_host_can_be_allowed_by_name(receiver: Receiver) -> None:
    port = receiver.url.rsplit(":", 1)[1].split("/")[0]
    assert send(hook(f"http://localhost:{port}/", "localhost")) == Sent("delivered")


def test_secrets_that_are_missing_or_wrong_are_named_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOOK_SECRET")
    with pytest.raises(ChannelError, match="HOOK_SECRET is not set"):
        send(hook("https://a.example/"))
    monkeypatch.setenv("HOOK_SECRET", "canary-ß-secret")
    with pytest.raises(ChannelError) as error:
        send(hook("https://a.example/"))
    assert "canary" not in str(error.value)


def test_the_secret_shows_up_in_no_log(receiver: Receiver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    receiver.answer = lambda n: (500, {}, 0.0) if n == 0 else OK
    send(hook(receiver.url, "127.0.0.1"))
    send(hook(receiver.url, "127.0.0.1"))
    assert receiver.secret not in caplog.text
