"""Metrics of meaning: labels stay bounded whatever the news say, and tension adds up."""

import msgspec
import pytest
from prometheus_client import REGISTRY

from streams import meaning
from tensionwire.contracts.tagged import TaggedArticle, Tension
from tensionwire.runtime import telemetry
from tests.consumers.making import alert


@pytest.fixture(autouse=True)
def watched() -> None:
    telemetry.watch(["USA-CHN", " deu-rus "])


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def article(score: float, *countries: str) -> TaggedArticle:
    return TaggedArticle(id="a", digest="", language="de", countries=list(countries), tension=Tension(score=score))


def test_what_is_watched_has_a_label_and_all_else_is_other() -> None:
    assert telemetry.dyad("CHN-USA") == "CHN-USA"
    assert telemetry.dyad("DEU-RUS") == "DEU-RUS"
    assert telemetry.dyad("COD-RWA") == telemetry.dyad("anything at all") == "other"


def test_tension_adds_up_by_dyad_and_direction() -> None:
    name = "tensionwire_{}_total".format
    before = {n: value(name(n), dyad="CHN-USA") for n in ("dyad_articles", "escalation_points", "easing_points")}
    meaning.tagged([article(4.0, "USA", "CHN"), article(-1.5, "CHN", "USA"), article(9.0, "USA"), article(9.0)])
    told = {n: value(name(n), dyad="CHN-USA") - was for n, was in before.items()}
    assert told == {"dyad_articles": 2, "escalation_points": 4.0, "easing_points": 1.5}


def test_alerts_count_by_what_they_say() -> None:
    first = alert(1)
    moved = msgspec.structs.replace(alert(2), revision=2, status="cancelled", severity="low", subject="COD-RWA")
    odd = msgspec.structs.replace(alert(3), published="no time", status=None)
    asked = [
        ("tensionwire_alerts_raised_total", {"kind": "contact.new", "severity": "high"}, 2),
        ("tensionwire_alerts_raised_total", {"kind": "contact.new", "severity": "low"}, 1),
        ("tensionwire_contact_changes_total", {"dyad": "CHN-USA", "status": "held"}, 1),
        ("tensionwire_contact_changes_total", {"dyad": "other", "status": "cancelled"}, 1),
        ("tensionwire_first_seen_lag_seconds_count", {}, 1),
        ("tensionwire_first_seen_lag_seconds_sum", {}, 60),
        ("tensionwire_alert_sources_count", {}, 3),
    ]
    before = [value(name, **labels) for name, labels, _ in asked]
    meaning.raised([first, moved, odd])
    assert [value(name, **labels) - was for (name, labels, _), was in zip(asked, before, strict=True)] == [
        more for _, _, more in asked
    ]
