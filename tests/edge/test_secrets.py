"""A canary in every setting that may hold a secret: it is in no log, metric, error, topic, page or answer."""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
from click.testing import CliRunner

from tensionwire.cli.main import cli
from tensionwire.contracts.topics import TOPICS
from tensionwire.contracts.wire import encode
from tensionwire.ingest.publisher import publish
from tensionwire.local.stack import Stack
from tensionwire.runtime.kafka import producer
from tensionwire.runtime.settings import Settings
from tensionwire.runtime.state.replay import read_whole
from tensionwire.web.app import make_app
from tests.conftest import MakeStack
from tests.consumers.making import alert
from tests.edge import load, reading
from tests.edge.listeners import Ear, mail_server
from tests.edge.receiver import Receiver

pytestmark = pytest.mark.service
CANARY = "c4n4ry"
HOOK = "d2ViaG9vay1jNG40cnktYW5kLW5vdGhpbmctZWxzZQ=="  # base64, as a signing key has to be
SERVICES = ("tag", "decide", "notify", "web")


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


def ask(url: str, token: str = "", body: Any = None) -> str:
    """Status, headers and body of an answer; of one that does not end, its beginning."""
    request = urllib.request.Request(url, data=None if body is None else json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            endless = "event-stream" in answer.headers["Content-Type"]
            raw = answer.read1(100_000) if endless else answer.read()
            return f"{answer.status} {answer.headers} {raw.decode()}"
    except urllib.error.HTTPError as error:
        with error:
            return f"{error.code} {error.headers} {error.read().decode()}"


def pages(stack: Stack, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each route of the page, the API and the feeds that can be read, and what it answers; some in all languages."""
    for route in make_app(Settings()).router.routes():
        if route.method != "GET" or route.resource is None:
            continue
        path = route.resource.canonical
        kind = path.strip("/").removeprefix("v1/").partition("/")[0]
        path = path.replace("{id}", ids.get(kind, "")).replace("{name}", "page.js")
        yield path, ask(f"{stack.page}{path}")


def told(*commands: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What commands say, and how they fail."""
    for command in commands:
        result = CliRunner().invoke(cli, list(command))
        yield " ".join(command), f"{result.exit_code} {result.output}{result.exception!r}"


def test_no_secret_gets_anywhere(stacks: MakeStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ear, hook = Ear(), Receiver()
    ear.status = 403
    (tmp_path / "password").write_text(f"{CANARY}-password")
    with mail_server() as box:
        text = rules(f"{hook.url}?token={CANARY}", box.port).replace("SECRET_FILE", str(tmp_path / "password"))
        (tmp_path / "rules.yaml").write_text(text)
        secrets = {
            "TENSIONWIRE_RULES": str(tmp_path / "rules.yaml"),
            "TENSIONWIRE_WEB_TOKENS": f"desk:{CANARY}-token-of-the-desk",
            "HOOK_SECRET": HOOK,
            "CHAT_SECRET": f"ntfy://user:{CANARY}@127.0.0.1:{ear.port}/desk?token={CANARY}",
            "TENSIONWIRE_RETRY_PAUSES": "0.2",
            "TENSIONWIRE_LOG_LEVEL": "DEBUG",
        }
        stack = stacks(SERVICES, **secrets)
        stack.start()
        with redis.Redis(port=stack.ports["redis"]) as client:
            client.config_set("requirepass", f"{CANARY}-redis")
        stack._env["TENSIONWIRE_REDIS"] = f"redis://:{CANARY}-redis@127.0.0.1:{stack.ports['redis']}/0"
        for service in ("tag", "decide"):
            stack.kill(service)
            stack.restart(service)
        reading.wait(lambda: all(stack.ready(service) for service in SERVICES))
        client = producer(stack.kafka)
        client.send("alerts", key=b"r", value=encode(alert(1))).get(10)
        client.close()
        article, another = load.articles(2)
        publish(iter([article]), stack.kafka)
        final = {"delivered", "dead"}
        reading.wait(lambda: [r.outcome in final for r in reading.ledger(stack.kafka).values()].count(True) >= 9, 60)
        told_alert = next(a for a in reading.alerts(stack.kafka) if article.id in [e.article for e in a.evidence])
        ids = dict.fromkeys(("alerts", "explain"), told_alert.id)
        ids |= {"contacts": told_alert.record, "articles": article.id or ""}
        reading.wait(lambda: ask(f"{stack.page}/v1/alerts/{told_alert.id}").startswith("200"))

        said = dict(pages(stack, ids))
        refused = [path for path, answer in said.items() if not answer.startswith("200")]
        assert refused == ["/v1/flashpoints/"]  # there is none
        assert len(said) > 15
        said["push"] = ask(f"{stack.page}/v1/articles", f"{CANARY}-token-of-the-desk", {"text": "Ein Text."})
        said["push by a stranger"] = ask(f"{stack.page}/v1/articles", f"{CANARY}-of-a-stranger", {"text": "Ein Text."})
        assert said["push"].startswith("202")
        assert said["push by a stranger"].startswith("401")

        for name, value in secrets.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("TENSIONWIRE_KAFKA", stack.kafka)
        monkeypatch.setenv("TENSIONWIRE_REDIS", stack._env["TENSIONWIRE_REDIS"])
        commands = [("notify", "test", name) for name in ("hook", "chat", "mail")]
        commands += [("deliveries",), ("deliveries", "--json"), ("deliveries", "--alert", told_alert.id)]
        commands += [("deadletters", "list", *more) for more in ((), ("--json",))]
        letters = len(reading.dead_letters(stack.kafka))
        assert letters >= 2
        commands += [("deadletters", "show", str(number)) for number in range(letters)]
        commands += [("explain", *more, i) for i in (told_alert.id, article.id or "") for more in ((), ("--json",))]
        commands += [("rules", "check"), ("rules", "route", told_alert.id), ("silence", "list")]
        commands += [("watch", "--from-start", "--json", "--count", "1"), ("rebuild",)]
        commands += [("export", "--output", str(tmp_path / "exported"))]
        said |= dict(told(*commands))
        said["what was exported"] = (tmp_path / "exported").read_text()
        assert told_alert.text["en"].headline in said[f"explain {told_alert.id}"]

        # and where the store does not take its password
        stack.kill("decide")
        stack._env["TENSIONWIRE_REDIS"] = f"redis://:{CANARY}-wrong@127.0.0.1:{stack.ports['redis']}/0"
        log = stack.programs["decide"].log
        begun = len(log.read_text())
        stack.restart("decide")
        publish(iter([another]), stack.kafka)  # something to decide
        reading.wait(lambda: "edis" in log.read_text()[begun:], 60)
        monkeypatch.setenv("TENSIONWIRE_REDIS", stack._env["TENSIONWIRE_REDIS"])
        said |= {f"{command} in vain": text for command, text in told(("explain", told_alert.id), ("rebuild",))}
        for service in SERVICES:
            for path in ("metrics", "readyz", "healthz"):
                said[f"{service} {path}"] = ask(f"{stack.metrics_url(service)}/{path}")
            said[f"{service} log"] = stack.programs[service].log.read_text()
        for topic in TOPICS:
            records = read_whole(stack.kafka, topic)
            said[topic.name] = "".join(repr((record.key, record.value, record.headers)) for record in records)
        stack.kill("decide")  # while its store is away it would take its time to end
    ear.close()
    hook.close()
    everything = "".join(said.values())
    assert "http-401" in everything  # the receiver has another key
    assert "http-403" in everything
    for secret in (CANARY, HOOK, HOOK.rstrip("=")):
        assert [where for where, text in said.items() if secret in text] == []


@pytest.mark.parametrize(
    ("variable", "value", "command"),
    [
        ("TENSIONWIRE_REDIS", f"redis://:{CANARY}@127.0.0.1:port/0", ("explain", "x")),
        ("TENSIONWIRE_REDIS", f"{CANARY}://127.0.0.1", ("rebuild",)),
        ("TENSIONWIRE_REDIS", f"redis://:{CANARY}@127.0.0.1:port/0", ("decide",)),
        ("TENSIONWIRE_REDIS", f"{CANARY}://127.0.0.1", ("tag",)),
        ("TENSIONWIRE_WEB_TOKENS", f"desk:{CANARY}", ("web",)),
        ("TENSIONWIRE_WEB_TOKENS", CANARY, ("web",)),
        ("TENSIONWIRE_QUIET_DAYS", CANARY, ("notify",)),
        ("TENSIONWIRE_RETRY_PAUSES", CANARY, ("notify",)),
        ("TENSIONWIRE_LOG_LEVEL", CANARY, ("notify",)),
    ],
)
def test_a_secret_that_cannot_be_used_is_not_said(variable: str, value: str, command: tuple[str, ...]) -> None:
    """It stands where none belongs, or is mistyped: the message names the variable and not what is in it."""
    env = os.environ | {"TENSIONWIRE_KAFKA": "127.0.0.1:1", "TENSIONWIRE_METRICS_PORT": "0", variable: value}
    called = [sys.executable, "-m", "tensionwire.cli.main", *command]
    done = subprocess.run(called, env=env, capture_output=True, text=True, timeout=30, check=False)
    said = done.stdout + done.stderr
    assert (done.returncode, variable in said, CANARY in said) == (78, True, False), said
    assert "Traceback" not in said
