"""docker-compose.yml keeps its promises: nothing open to the world or privileged, all pinned, workers scale."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tensionwire.cli.main import VERBS
from tensionwire.contracts.topics import TOPICS
from tensionwire.runtime.settings import DESCRIPTIONS

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("topics", "tag", "decide", "notify", "web")
PROMETHEUS = ROOT / "ops" / "prometheus" / "prometheus.yml"

every_service = pytest.mark.parametrize("name", SERVICES)


def test_the_parts() -> None:
    assert set(SERVICES) == {*OURS, "kafka", "redis", "prometheus", "grafana"}


@every_service
def test_unprivileged_and_read_only(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["user"].split(":")[0] not in ("root", "0")
    assert not {"privileged", "cap_add", "network_mode", "pid", "devices"} & service.keys()


@every_service
def test_limited_checked_and_restarted(name: str) -> None:
    service = SERVICES[name]
    limits = service["deploy"]["resources"]["limits"]
    assert {"cpus", "memory", "pids"} <= limits.keys()
    assert service["restart"] == ("on-failure" if name == "topics" else "unless-stopped")
    if name == "topics":
        assert service["healthcheck"] == {"disable": True}
    elif name not in OURS:  # ours are checked by the image
        assert service["healthcheck"]["test"][0] == "CMD"


@every_service
def test_images_are_pinned_by_an_exact_version(name: str) -> None:
    assert re.search(r":v?\d+\.\d+\.\d+([-.\w]*)$", SERVICES[name]["image"])


@every_service
def test_ports_are_open_to_this_machine_only(name: str) -> None:
    for port in SERVICES[name].get("ports", []):
        assert port.startswith("127.0.0.1:"), port
    if name in ("tag", "decide", "redis"):
        assert "ports" not in SERVICES[name]


@pytest.mark.parametrize("name", ["tag", "decide"])
def test_workers_scale(name: str) -> None:
    assert "container_name" not in SERVICES[name]
    assert "hostname" not in SERVICES[name]
    assert "volumes" not in SERVICES[name]
    assert f"TENSIONWIRE_INSTANCE={name}-$$HOSTNAME" in SERVICES[name]["entrypoint"][-1]


@pytest.mark.parametrize("name", ["tag", "decide", "notify", "web"])
def test_services_wait_for_the_topics(name: str) -> None:
    assert SERVICES[name]["depends_on"]["topics"] == {"condition": "service_completed_successfully"}


def test_redis_keeps_everything_and_is_on_an_inner_network_only() -> None:
    command = " ".join(SERVICES["redis"]["command"])
    assert "--appendonly yes" in command
    assert "--maxmemory-policy noeviction" in command
    assert SERVICES["redis"]["networks"] == ["state"]
    assert COMPOSE["networks"]["state"] == {"internal": True}
    assert {n for n, s in SERVICES.items() if "state" in s.get("networks", [])} == {"redis", "tag", "decide"}


def test_kafka_takes_our_largest_message_and_makes_no_topics_by_itself() -> None:
    settings = SERVICES["kafka"]["environment"]
    assert int(settings["KAFKA_MESSAGE_MAX_BYTES"]) >= max(t.max_bytes for t in TOPICS)
    assert settings["KAFKA_AUTO_CREATE_TOPICS_ENABLE"] == "false"
    assert settings["KAFKA_ADVERTISED_LISTENERS"].startswith("INSIDE://kafka:9092,LOCALHOST://127.0.0.1:")


def test_volumes_are_named_or_read_only() -> None:
    for service in SERVICES.values():
        for volume in service.get("volumes", []):
            named = volume.split(":")[0]
            assert named in COMPOSE["volumes"] or volume.endswith(":ro"), volume
            if named.startswith("./"):
                assert (ROOT / named).exists(), volume


def test_settings_and_commands_exist() -> None:
    known = {f"TENSIONWIRE_{name.upper()}" for name in DESCRIPTIONS}
    for name in OURS:
        service = SERVICES[name]
        assert set(service["environment"]) <= known
        verb = service["command"][0] if "command" in service else service["entrypoint"][-1].rsplit(" ", 1)[1]
        assert verb in VERBS
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert set(re.findall(r"TENSIONWIRE_\w+", image)) <= known


def test_the_image_is_unprivileged_pinned_and_lean() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    images = re.findall(r"^FROM (\S+)", text, flags=re.MULTILINE)
    assert len(set(images)) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim", images[0])
    final = text[text.rindex("\nFROM ") :]
    assert "USER 10001:10001" in final
    assert "HEALTHCHECK" in final
    assert not re.search(r"apt-get|pip install|gcc|curl", final)
    assert text.count("--require-hashes") == 2


def test_prometheus_finds_workers_by_name() -> None:
    jobs = {j["job_name"]: j for j in yaml.safe_load(PROMETHEUS.read_text(encoding="utf-8"))["scrape_configs"]}
    port = int(SERVICES["tag"]["environment"]["TENSIONWIRE_METRICS_PORT"])
    for name in ("tag", "decide", "notify", "web"):
        (found,) = jobs[name]["dns_sd_configs"]
        assert (found["names"], found["type"], found["port"]) == ([name], "A", port)


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed: apt-get install prometheus")
def test_promtool_is_content() -> None:
    done = subprocess.run(["promtool", "check", "config", PROMETHEUS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
