"""Inner addresses in every disguise: no channel that dials opens a connection to them."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from alerts.rules.channels import Apprise, Mail, Webhook
from consumers.channels.apprise import AppriseChannel
from consumers.channels.base import Channel, Parcel, Sent
from consumers.channels.mail import MailChannel
from consumers.channels.webhook import WebhookChannel
from tests.consumers.channels.harness import reader
from tests.consumers.making import alert

TRICKS = [
    "127.0.0.1", "127.8.9.1", "127.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "localhost",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]", "169.254.169.254",
    "[64:ff9b::a9fe:a9fe]", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "[fc00::1]", "[fe80::1]",
]  # fmt: skip
CHANGING = "changing.example"  # a name that answers differently each time it is asked


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Listens on this machine, for IPv4 and IPv6: whoever is dialled by any of the tricks would be it."""
    server = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    server.setblocking(False)
    yield server
    server.close()


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def answer(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        if host != CHANGING:
            return real(host, port, *rest, **more)
        asked.append(host)
        # the first answers are good, as a check before the call would see them
        inner = "127.0.0.1" if len(asked) > 1 else "192.0.2.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (inner, int(port or 0)))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setenv("HOOK_SECRET", "bm90IGEgc2VjcmV0LCBhIHRlc3Qgb2YgMjQgYg==")


def tries(channel: Channel, number: int = 1) -> list[Sent]:
    async def run() -> list[Sent]:
        try:
            return [await channel.send(Parcel(alert().id, alert().kind, (alert(),))) for _ in range(number)]
        finally:
            await channel.close()

    return asyncio.run(run())


def dialled(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """From now on, the internet sockets that are made."""
    made: list[Any] = []
    real = socket.socket

    class Watched(real):  # type: ignore[misc, valid-type]
        def __init__(self, family: Any = -1, *rest: Any, **more: Any) -> None:
            if family in (socket.AF_INET, socket.AF_INET6):
                made.append(family)
            super().__init__(family, *rest, **more)

    monkeypatch.setattr(socket, "socket", Watched)
    return made


@pytest.mark.parametrize("host", TRICKS)
def test_a_webhook_makes_no_socket(host: str, listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"http://{host}:{listener.getsockname()[1]}/"
    channel = WebhookChannel(Webhook(url=url, secret_env="HOOK_SECRET"), reader(3.0))
    made = opened(monkeypatch)
    sent = tries(channel)
    assert all(s.outcome != "delivered" for s in sent)
    assert made == []
    assert not dialled(listener)


@pytest.mark.parametrize("host", TRICKS)
def test_apprise_dials_nobody(host: str, listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAT_SECRET", f"gotify://{host}:{listener.getsockname()[1]}/token")
    try:
        channel = AppriseChannel(Apprise(url_env="CHAT_SECRET"), reader(3.0))
    except Exception as error:
        assert "cannot read" in str(error)
        return
    sent = tries(channel)
    assert all(s.outcome != "delivered" for s in sent)
    assert sent[-1] == Sent("final", "inner-address") or host not in ("127.0.0.1", "localhost", "[::1]")
    assert not dialled(listener)


@pytest.mark.parametrize("host", TRICKS)
def test_mail_dials_nobody(host: str, listener: socket.socket) -> None:
    found = Mail(
        host=host.strip("[]"), port=listener.getsockname()[1], sender="a@x.example", to=["b@x.example"], security="none"
    )
    sent = tries(MailChannel(found, reader(3.0)))
    assert all(s.outcome != "delivered" for s in sent)
    assert sent[-1] == Sent("final", "inner-address") or host not in ("127.0.0.1", "localhost", "[::1]")
    assert not dialled(listener)


@pytest.mark.parametrize("kind", ["webhook", "apprise", "mail"])
def test_a_name_that_answers_differently_later_is_refused_then(
    kind: str, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first answer may be dialled (and is not there); the second leads to this machine."""
    port = listener.getsockname()[1]
    monkeypatch.setenv("CHAT_SECRET", f"gotify://{CHANGING}:{port}/token")
    allow = ["192.0.2.0/24"]

    def fresh() -> Channel:
        if kind == "webhook":
            url = f"http://{CHANGING}:{port}/"
            return WebhookChannel(Webhook(url=url, secret_env="HOOK_SECRET", allow=allow), reader(0.5))
        if kind == "apprise":
            return AppriseChannel(Apprise(url_env="CHAT_SECRET", allow=allow), reader(0.5))
        mail = Mail(host=CHANGING, port=port, sender="a@x.example", to=["b@x.example"], security="none", allow=allow)
        return MailChannel(mail, reader(0.5))

    first, second = tries(fresh()), tries(fresh())
    assert [s.outcome for s in first] == ["retry"]
    assert second == [Sent("final", "inner-address")]
    assert not dialled(listener)


def test_a_redirect_is_not_followed(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.edge.listeners import Ear

    ear = Ear()
    ear.status, ear.headers = 302, {"Location": f"http://127.0.0.1:{listener.getsockname()[1]}/"}
    # asked for in the address itself, and refused all the same
    monkeypatch.setenv("CHAT_SECRET", f"gotify://127.0.0.1:{ear.port}/token?redirect=yes")
    chat = AppriseChannel(Apprise(url_env="CHAT_SECRET", allow=["127.0.0.1"]), reader(3.0))
    hook = Webhook(url=f"http://127.0.0.1:{ear.port}/", secret_env="HOOK_SECRET", allow=["127.0.0.1"])
    assert tries(chat) == tries(WebhookChannel(hook, reader(3.0))) == [Sent("final", "redirect")]
    assert not dialled(listener)
    ear.close()


def test_a_proxy_of_the_environment_is_no_way_around(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{listener.getsockname()[1]}")
    monkeypatch.setenv("CHAT_SECRET", "gotify://192.0.2.1:9/token")
    tries(AppriseChannel(Apprise(url_env="CHAT_SECRET"), reader(1.0)))
    tries(WebhookChannel(Webhook(url="http://192.0.2.1:9/", secret_env="HOOK_SECRET"), reader(1.0)))
    assert not dialled(listener)
