"""A canary in every setting that may hold a secret: it is in no log, metric, error, topic or answer."""

import json
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from tensionwire.cli.main import cli
from tensionwire.contracts.topics import TOPICS
from tensionwire.contracts.wire import encode
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.state.replay import read_whole
from tests.conftest import MakeStack
from tests.consumers.making import alert
from tests.edge import reading
from tests.edge.listeners import Ear, mail_server
from tests.edge.receiver import Receiver

pytestmark = pytest.mark.service
CANARY = "c4n4ry"
HOOK = "d2ViaG9vay1jNG40cnktYW5kLW5vdGhpbmctZWxzZQ=="  # base64, as a signing key has to be


def rules(hook: str, mail: int) -> str:
    common = {"stale": True, "digest": False}
    receivers = [
        {"name": "hook", "webhook": {"url": hook, "secret_env": "HOOK_SECRET", "allow": ["127.0.0.1"]}, **common},
        {"name": "chat", "apprise": {"url_env": "CHAT_SECRET", "allow": ["127.0.0.1"]}, **common},
        {
            "name": "mail",
            "mail": {
                "host": "127.0.0.1",
                "port": mail,
                "sender": "a@x.example",
                "to": ["b@x.example"],
                "user": "u",
                "password_file": "SECRET_FILE",
                "allow": ["127.0.0.1"],
            },
            **common,
        },
        {"name": "operators", "console": {}, **common},
    ]
    route = {"receivers": ["hook", "chat", "mail", "operators"], "contacts": "all"}
    return json.dumps({"receivers": receivers, "route": route, "operators": "operators"})


def test_no_secret_gets_anywhere(stacks: MakeStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ear, hook = Ear(), Receiver()
    ear.status = 403
    (tmp_path / "password").write_text(f"{CANARY}-password")
    with mail_server() as box:
        text = rules(f"{hook.url}?token={CANARY}", box.port).replace("SECRET_FILE", str(tmp_path / "password"))
        (tmp_path / "rules.yaml").write_text(text)
        secrets = {
            "TENSIONWIRE_RULES": str(tmp_path / "rules.yaml"),
            "HOOK_SECRET": HOOK,
            "CHAT_SECRET": f"ntfy://user:{CANARY}@127.0.0.1:{ear.port}/desk?token={CANARY}",
            "TENSIONWIRE_RETRY_PAUSES": "0.2",
            "TENSIONWIRE_LOG_LEVEL": "DEBUG",
        }
        stack = stacks(("notify",), **secrets)
        stack.start()
        client = producer(stack.kafka)
        client.send("alerts", key=b"r", value=encode(alert(1))).get(10)
        client.close()
        final = {"delivered", "dead"}
        reading.wait(lambda: [r.outcome in final for r in reading.ledger(stack.kafka).values()].count(True) >= 5, 60)
        for name, value in secrets.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("TENSIONWIRE_KAFKA", stack.kafka)
        said = "".join(
            result.output + repr(result.exception)
            for result in (CliRunner().invoke(cli, ["notify", "test", name]) for name in ("hook", "chat", "mail"))
        )
        said += CliRunner().invoke(cli, ["deliveries"]).output + CliRunner().invoke(cli, ["deadletters", "list"]).output
        with urllib.request.urlopen(f"{stack.metrics_url('notify')}/metrics") as answer:
            said += answer.read().decode()
        with urllib.request.urlopen(f"{stack.metrics_url('notify')}/readyz") as answer:
            said += answer.read().decode()
        said += stack.programs["notify"].log.read_text()
        for topic in TOPICS:
            for record in read_whole(stack.kafka, topic):
                said += repr((record.key, record.value, record.headers))
    ear.close()
    hook.close()
    assert "http-401" in said  # the receiver has another key
    assert "http-403" in said
    assert CANARY not in said
    assert HOOK not in said
    assert HOOK.rstrip("=") not in said
