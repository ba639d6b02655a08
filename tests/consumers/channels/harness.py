"""One harness a channel: the channel opened with its shipped example's settings, and a real other side to look at."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from alerts.rules import Receiver, parse
from consumers.channels import Channel, Reader, open_channel, templates
from tests.edge.listeners import Ear, mail_server
from tests.edge.receiver import OK
from tests.edge.receiver import Receiver as Hook

FOLDER = Path(__file__).resolve().parents[3] / "consumers" / "channels"
CANARY = "canary-4711-secret"


class Harness(NamedTuple):
    """`arrived`: all that came, as text, headers and all. `refuse` and `stumble`: final and passing failures."""

    open: Callable[[Reader], Channel]
    arrived: Callable[[], list[str]]
    refuse: Callable[[], None]
    stumble: Callable[[], None]
    secret: str


def example(channel: str, **changes: Any) -> Receiver:
    """The receiver of a channel's shipped example, with some of its settings changed."""
    text = (FOLDER / channel / "example.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    data["receivers"][0][channel] |= changes
    return parse(json.dumps(data), f"{channel}/example.yaml").receivers[0]


def reader(timeout: float = 5.0, language: str = "en", folder: str = "") -> Reader:
    return Reader(templates(folder), timeout, language)


@contextmanager
def console(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Harness]:
    told: list[str] = []

    def arrived() -> list[str]:
        told.extend(part for part in capsys.readouterr().out.split("\f") if part.strip())
        return told

    class Broken:
        encoding = "utf-8"

        def write(self, text: str) -> None:
            raise OSError("closed")

    def stumble() -> None:
        monkeypatch.setattr("sys.stdout", Broken())

    yield Harness(lambda r: open_channel(example("console"), r), arrived, lambda: None, stumble, "")


@contextmanager
def webhook(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Harness]:
    hook = Hook()
    found = example("webhook", url=hook.url, allow=["127.0.0.1"])
    monkeypatch.setenv(found.webhook.secret_env, hook.secret)

    def answer(status: int) -> None:
        hook.answer = lambda _: (status, {}, 0.0)

    yield Harness(
        lambda r: open_channel(found, r),
        lambda: [json.dumps(c.data, ensure_ascii=False) for c in hook.calls],
        lambda: answer(404),
        lambda: answer(503),
        hook.secret,
    )
    assert hook.refused == []
    hook.answer = lambda _: OK
    hook.close()


@contextmanager
def apprise(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Harness]:
    ear = Ear()
    found = example("apprise", allow=["127.0.0.0/8"])
    monkeypatch.setenv(found.apprise.url_env, f"ntfy://user:{CANARY}@127.0.0.1:{ear.port}/desk")

    def answer(status: int) -> None:
        ear.status = status

    yield Harness(
        lambda r: open_channel(found, r),
        lambda: [json.dumps(json.loads(b), ensure_ascii=False) for b in ear.bodies],
        lambda: answer(404),
        lambda: answer(503),
        CANARY,
    )
    ear.close()


@contextmanager
def mail(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Harness]:
    with mail_server() as box:
        found = example(
            "mail", host="127.0.0.1", port=box.port, security="none", user=None, password_env=None, allow=["127.0.0.1"]
        )

        def arrived() -> list[str]:
            return [
                "\n".join(
                    [
                        *(f"{k}: {v}" for k, v in m.items()),
                        m.get_body(("plain",)).get_content().replace("\r", ""),  # type: ignore[union-attr]
                        m.get_body(("html",)).get_content().replace("\r", ""),  # type: ignore[union-attr]
                    ]
                )
                for m in box.mails
            ]

        def refuse() -> None:
            box.answer = "554 no"

        def stumble() -> None:
            box.answer = "451 later"

        yield Harness(lambda r: open_channel(found, r), arrived, refuse, stumble, "")


HARNESSES = {"console": console, "webhook": webhook, "apprise": apprise, "mail": mail}
