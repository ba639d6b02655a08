"""Every panel's query, on a real Prometheus that scrapes the running stack with our rules: no error, no empty panel."""

import json
import re
import shutil
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tensionwire.local.ports import free_port
from tests.edge import reading
from tests.ops.test_dashboards import DASHBOARDS, OPS
from tests.web.conftest import Site

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(
        shutil.which("prometheus") is None,
        reason="Prometheus is not installed: on Debian or Ubuntu, apt-get install prometheus",
    ),
]

SETTLED = 6.0  # seconds of scraping after the last article


@pytest.fixture(scope="module")
def prometheus(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Prometheus beside the stack, with what happened on the way from it."""
    folder = tmp_path_factory.mktemp("prometheus")
    config = yaml.safe_load((OPS / "prometheus" / "local.yml").read_text(encoding="utf-8"))
    config["global"] = {"scrape_interval": "1s", "evaluation_interval": "1s"}
    config["rule_files"] = [str(OPS / "prometheus" / "rules" / "*.yml")]
    for job in config["scrape_configs"]:
        job["static_configs"] = [{"targets": [f"127.0.0.1:{site.stack.ports[job['job_name']]}"]}]
    (folder / "prometheus.yml").write_text(yaml.safe_dump(config))
    port = free_port()
    command = [
        "prometheus",
        f"--config.file={folder / 'prometheus.yml'}",
        f"--storage.tsdb.path={folder / 'data'}",
        f"--web.listen-address=127.0.0.1:{port}",
        "--log.level=error",
    ]
    with subprocess.Popen(command) as process:
        url = f"http://127.0.0.1:{port}"
        try:
            reading.wait(lambda: len(ask(url, "up == 1", ready=False)) == 4, 60)
            stir(site)
            time.sleep(SETTLED)
            yield url
        finally:
            process.terminate()


def stir(site: Site) -> None:
    """Something new while Prometheus looks: increase() tells only what happened between two scrapes."""
    text = (
        "Joe Biden telefonierte am {day}. März 2022 mit Xi Jinping. "
        "Chinas Militär übt vor Taiwan, Peking droht den USA mit Krieg."
    )
    for day in (1, 5, 9):
        article = {"text": text.format(day=day), "title": "Taiwan", "published": f"2022-03-{day:02}"}
        assert site.push(article | {"id": f"stir-{day}"}).status == 202
    site.push({"text": ""})
    site.get("/")
    reading.wait_until_decided(site.stack.kafka)


def ask(url: str, expression: str, *, ready: bool = True) -> list[Any]:
    """The result of an instant query."""
    query = urllib.parse.urlencode({"query": expression})
    try:
        with urllib.request.urlopen(f"{url}/api/v1/query?{query}", timeout=10) as answer:
            found: list[Any] = json.load(answer)["data"]["result"]
            return found
    except urllib.error.HTTPError as error:
        with error:
            if error.code == 503 and not ready:  # it listens before it has read its own log of data
                return []
            raise AssertionError(f"{expression}: {error.read().decode()}") from error
    except OSError:
        if ready:
            raise
        return []


def test_no_panel_is_empty(prometheus: str) -> None:
    empty = []
    for file in DASHBOARDS:
        board = json.loads(file.read_text(encoding="utf-8"))
        for panel in board["panels"]:
            for target in panel.get("targets", []):
                expression = target["expr"].replace("$__rate_interval", "1m").replace("$__range", "5m")
                found = ask(prometheus, expression)
                if not any(_number(series) for series in found):
                    empty.append((file.stem, panel["title"], expression))
        for annotation in board["annotations"]["list"]:
            ask(prometheus, annotation["expr"])
    assert not empty, empty


def _number(series: dict[str, Any]) -> bool:
    """True for a value that a panel can draw."""
    return bool(re.match(r"-?[\d.e+-]+$|\+Inf", series["value"][1]))


def test_no_alarm_rings_on_a_healthy_stack(prometheus: str) -> None:
    assert ask(prometheus, 'ALERTS{alertstate="firing"}') == []
