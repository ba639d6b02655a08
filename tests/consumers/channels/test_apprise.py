"""What is particular to Apprise: which services, and how a status is heard."""

import asyncio
import socket
import threading

import pytest

from alerts.rules.channels import Apprise
from consumers.channels.apprise import THREADS, AppriseChannel
from consumers.channels.apprise.schemes import SCHEMES
from consumers.channels.base import ChannelError, Parcel, Sent
from tests.consumers.channels.harness import CANARY, reader
from tests.consumers.making import alert
from tests.edge.listeners import Ear


def open_it(monkeypatch: pytest.MonkeyPatch, url: str) -> AppriseChannel:
    monkeypatch.setenv("CHAT_SECRET", url)
    return AppriseChannel(Apprise(url_env="CHAT_SECRET", allow=["127.0.0.1"]), reader(3.0))


def test_every_scheme_that_is_allowed_exists() -> None:
    from apprise import Apprise as Library

    known: set[str] = set()
    for schema in Library().details()["schemas"]:
        known |= set(schema["protocols"] or []) | set(schema["secure_protocols"] or [])
    assert known >= SCHEMES


@pytest.mark.parametrize("url", [f"mqtt://{CANARY}@127.0.0.1", f"dbus://{CANARY}", f"file:///{CANARY}", CANARY, ""])
def test_other_schemes_are_refused_without_a_word_of_the_secret(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    with pytest.raises(ChannelError) as error:
        open_it(monkeypatch, url)
    assert CANARY not in str(error.value)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, Sent("delivered")),
        (301, Sent("final", "redirect")),
        (401, Sent("final", "http-401")),
        (404, Sent("final", "http-404")),
        (410, Sent("final", "gone")),
        (429, Sent("retry", "http-429")),
        (500, Sent("retry", "http-500")),
    ],
)
def test_each_status_has_its_outcome(monkeypatch: pytest.MonkeyPatch, status: int, expected: Sent) -> None:
    ear = Ear()
    ear.status = status
    ear.headers = {"Location": "http://127.0.0.1:1/"} if status == 301 else {}
    channel = open_it(monkeypatch, f"mmost://127.0.0.1:{ear.port}/{CANARY}")

    async def run() -> Sent:
        return await channel.send(Parcel(alert().id, alert().kind, (alert(),)))

    assert asyncio.run(run()) == expected
    ear.close()


def test_an_answer_that_never_ends_holds_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            for _ in range(THREADS):
                connection, _ = server.accept()
                connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                threading.Thread(target=more, args=(connection,), daemon=True).start()

        def more(connection: socket.socket) -> None:
            with connection:
                while not over.wait(0.05):
                    try:
                        connection.sendall(b"x")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        monkeypatch.setenv("CHAT_SECRET", f"gotify://127.0.0.1:{server.getsockname()[1]}/token")
        channel = AppriseChannel(Apprise(url_env="CHAT_SECRET", allow=["127.0.0.1"]), reader(0.5))

        async def run() -> list[Sent]:
            parcel = Parcel(alert().id, alert().kind, (alert(),))
            return list(await asyncio.gather(*(channel.send(parcel) for _ in range(THREADS))))

        assert asyncio.run(run()) == [Sent("retry", "timeout")] * THREADS
        # every thread was taken, and is free again
        channel._threads.submit(lambda: None).result(timeout=5)
        over.set()
