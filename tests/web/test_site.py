"""The page, the API, the feeds and the intake of a running stack, as users meet them."""

import csv
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
import uuid
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tensionwire.contracts.topics import ARTICLE_BYTES
from tests.edge import reading
from tests.edge.test_seeds import SEEDS
from tests.web.conftest import Site

pytestmark = pytest.mark.service

MEETING = "Außenministerin Annalena Baerbock traf am {day}. Mai 2024 in Berlin Außenminister {name}."
PAGES = ["/", "/contacts", "/calendar", "/calendar?month=2023-07", "/matrix?period=all", "/flashpoints?by=month"]


class Tags(HTMLParser):
    """The tags of a page, and their attributes, as a browser would read them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("page", PAGES)
def test_pages(site: Site, page: str, language: str) -> None:
    answer = site.get(page, Accept_Language=language)
    text = answer.body.decode()
    assert answer.status == 200
    assert f'<html lang="{language}">' in text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src")
    seen = Tags(text)
    assert not [name for _, name, _ in seen.attributes if name.startswith("on") or name == "style"]
    assert "style" not in seen.tags
    fetched = [value for tag, name, value in seen.attributes if name == "src" or (tag, name) == ("link", "href")]
    assert len(fetched) >= 3
    assert all(value.startswith("/") and not value.startswith("//") for value in fetched)
    assert not [value for _, name, value in seen.attributes if name == "href" and value.startswith("javascript:")]
    assert len(answer.body) < 100_000


def test_a_contact_and_its_article(site: Site) -> None:
    (found,) = site.get("/v1/contacts?q=jakarta").json()["items"]
    page = site.get(f"/contacts/{found['id']}").body.decode()
    assert "Antony Blinken and Wang Yi met in Jakarta" in page
    assert page.index("planned") < page.index("Alpenkurier")
    assert page.count('<details class="told"') == 3
    assert re.search(r'<span class="m-evidence m-person "[^>]*>Antony Blinken</span>', page)
    article = site.get("/articles/seed-05-jakarta-geplant", Accept_Language="de").body.decode()
    assert "Antony Blinken und Wang Yi haben sich" in article
    assert site.get("/contacts/none").status == 404
    assert site.get("/v1/contacts/none").json()["detail"]


def test_lists_are_paged_and_kept(site: Site) -> None:
    seen: list[str] = []
    place = ""
    while True:
        page = site.get(f"/v1/alerts?limit=3{place}").json()
        seen += [item["alert"]["record"] for item in page["items"]]
        if page["next"] is None:
            break
        place = f"&before={page['next']}"
    assert len(seen) == len(set(seen)) > 12
    days: list[str] = []
    place = ""
    while True:
        page = site.get(f"/v1/contacts?limit=2{place}").json()
        days += [r.get("date", {"start": r["last_seen"][:10]})["start"] for r in page["items"]]
        if page["next"] is None:
            break
        place = f"&after={page['next']}"
    assert days == sorted(days, reverse=True)
    first = site.get("/v1/alerts?limit=3")
    again = site.get("/v1/alerts?limit=3", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert site.get("/v1/alerts?status=unknown").json()["detail"].startswith("`status` takes held, planned")
    assert site.get("/v1/alerts?limit=0").status == 400


def test_explanations(site: Site) -> None:
    changed = site.get("/v1/alerts?kind=contact.changed").json()["items"][0]["alert"]
    told = site.get(f"/v1/explain/{changed['id']}").json()
    assert (told["what"], told["why"]) == ("alert", ["status:planned:held"])
    assert told["record"]["id"] == changed["record"]
    assert {d["receiver"]: d["outcome"] for d in told["deliveries"]} == {"console": "delivered"}
    repeat = site.get("/v1/explain/seed-07-jakarta-held").json()
    assert {r["without_alert"] for r in repeat["records"]} == {"joined"}
    assert site.get("/v1/explain/seed-17-winterfest").json()["without_record"] == "nothing-told"
    assert site.get("/v1/explain/no-such-thing").status == 404


def test_feeds(site: Site) -> None:
    root = ET.fromstring(site.get("/feeds/alerts.atom?country=USA").body)
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [e.text for e in root.findall(f"{atom}entry/{atom}id")]
    assert len(ids) == len(set(ids)) >= 5
    calendar = site.get("/feeds/contacts.ics?from=2023-01-01&country=CHN").body.decode()
    assert "DTSTART;VALUE=DATE:20230713\r\nDTEND;VALUE=DATE:20230714" in calendar
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))


def test_the_heartbeat_is_measured_and_seen_nowhere_else(site: Site) -> None:
    def beats() -> float:
        text = urllib.request.urlopen(f"{site.stack.metrics_url('web')}/metrics").read().decode()
        return float(re.search(r"^tensionwire_heartbeat_duration_seconds_count (\S+)", text, re.M)[1])  # type: ignore[index]

    reading.wait(lambda: beats() >= 3, 30)
    for page in ("/", "/v1/alerts?every=true&limit=200", "/v1/contacts", "/v1/flashpoints", "/feeds/alerts.atom"):
        assert b"heartbeat" not in site.get(page).body
    articles = len(list(SEEDS.glob("*.json")))
    counted = urllib.request.urlopen(f"{site.stack.metrics_url('tag')}/metrics").read().decode()
    assert float(re.search(r"^tensionwire_articles_total (\S+)", counted, re.M)[1]) < articles + 100  # type: ignore[index]
    assert not [a for a in site.get("/v1/alerts?every=true").json()["items"] if a["alert"]["kind"] == "heartbeat"]
    assert site.push({"text": "x", "id": "tensionwire:heartbeat:mine"}).status == 422


def test_a_batch_is_taken_whole_and_a_repeat_counts_once(site: Site) -> None:
    name = f"batch-{uuid.uuid4().hex[:8]}"
    batch = [
        {"id": f"{name}-{n}", "text": MEETING.format(day=2 + n, name=who), "published": "2024-05-20", "source": "Desk"}
        for n, who in enumerate(("Antony Blinken", "Hakan Fidan"))
    ]
    taken = site.push(batch)
    assert (taken.status, taken.json()) == (202, {"accepted": 2, "ids": [f"{name}-0", f"{name}-1"]})
    told = reading.wait(lambda: _told(site, name, 2))
    for kind, body in (
        ("application/x-ndjson", b"\n".join(json.dumps(a).encode() for a in batch)),
        ("application/cloudevents-batch+json", json.dumps([{"specversion": "1.0", "data": a} for a in batch]).encode()),
    ):
        assert site.push(body, kind).json()["accepted"] == 2
    reading.wait_until_decided(site.stack.kafka)
    time.sleep(1)
    assert _told(site, name, 2) == told


def _told(site: Site, name: str, number: int) -> list[str]:
    items = site.get("/v1/alerts?every=true&limit=200").json()["items"]
    found = [i["alert"]["id"] for i in items if i["alert"]["evidence"][0]["article"].startswith(name)]
    return found if len(found) >= number else []


@pytest.mark.parametrize(
    ("body", "kind", "status", "word"),
    [
        (b"{", "application/json", 400, "no JSON"),
        (b"7", "application/json", 422, "object"),
        (b"[]", "application/json", 422, "no article"),
        (b'[{"text": "good"}, {"text": ""}]', "application/json", 422, "1 of 2"),
        (b'{"text": "x", "version": "two"}', "application/json", 422, "1 of 1"),
        (b"\xff\xfe", "text/plain", 422, "1 of 1"),
        (b"<p>x</p>", "text/html", 415, "application/json"),
        (json.dumps({"text": "x" * ARTICLE_BYTES}).encode(), "application/json", 413, "1 of 1"),
        (b"x" * (17 * 1024 * 1024), "text/plain", 413, "may have"),
    ],
)  # fmt: skip
def test_refusals_say_what_to_do(site: Site, body: bytes, kind: str, status: int, word: str) -> None:
    answer = site.push(body, kind)
    assert (answer.status, answer.headers.get_content_type()) == (status, "application/problem+json")
    assert word in answer.json()["detail"]


def test_tokens(site: Site) -> None:
    for header in ("", "Bearer", "Bearer wrong-wrong-wrong-wrong", f"Basic {site.token}"):
        answer = site.push({"text": "x"}, Authorization=header)
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="tensionwire"')
        assert site.token not in answer.body.decode()
    assert site.get("/v1/articles").status == 405


def test_export(site: Site, tmp_path: Path) -> None:
    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "ignore", "-m", "tensionwire.cli.main", "export", *options]
        environment = os.environ | {"TENSIONWIRE_KAFKA": site.stack.kafka}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    printed = run("--from", "2023-07-01", "--to", "2023-07-31", "--country", "chn").stdout
    told = [json.loads(line) for line in printed.splitlines()]
    assert [(t["date"], t["event"], t["event_loc"]) for t in told] == [("2023-07-13", ["CONSULT"], {"name": "Jakarta"})]
    file = tmp_path / "all.csv"
    assert "contacts written" in run("--format", "csv", "--output", str(file)).stderr
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert "2023-07-13" in {r["date"] for r in rows}
    assert not [r for r in rows if "heartbeat" in str(r)]
    assert "takes a day" in run("--from", "yesterday").stderr
    assert "/nowhere" in run("--output", "/nowhere/x").stderr


def test_silences(site: Site) -> None:
    asked = {"matchers": {"dyads": ["FRA-ITA"], "status": ["held"]}, "for": "2h", "comment": "we are there"}
    made = site.send("POST", "/v1/silences", asked)
    assert made.status == 201
    silence = made.json()
    assert (silence["by"], silence["comment"], silence["matchers"]["dyads"]) == ("local", "we are there", ["FRA-ITA"])
    assert silence["id"] in {s["id"] for s in site.get("/v1/silences").json()["items"]}
    time.sleep(1.5)  # notifiers look twice a second
    name = f"silent-{uuid.uuid4().hex[:8]}"
    text = "Frankreichs Präsident Emmanuel Macron traf am 3. Juni 2023 in Rom Italiens Regierungschefin Giorgia Meloni."
    assert site.push({"id": name, "text": text, "published": "2023-06-04", "source": "Desk"}).status == 202
    (alert,) = reading.wait(lambda: _told(site, name, 1))
    told = reading.wait(lambda: site.get(f"/v1/alerts/{alert}").json()["deliveries"])
    assert [(d["outcome"], d["reason"]) for d in told] == [("suppressed", "silenced")]
    assert site.send("DELETE", f"/v1/silences/{silence['id']}").status == 204
    assert silence["id"] not in {s["id"] for s in site.get("/v1/silences").json()["items"]}


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({"matchers": {"dyads": ["FRA-ITA"]}}, "how long"),
        ({"matchers": {"dyads": ["FRA-ITA"]}, "for": "2h", "until": "2030-01-01T00:00:00Z"}, "how long"),
        ({"matchers": {"dyads": ["FRA-ITA"]}, "for": "soon"}, "span like 2h"),
        ({"matchers": {"dyads": ["FRA-ITA"]}, "until": "2020-01-01T00:00:00Z"}, "time to come"),
        ({"matchers": {"dyads": ["FRA"]}, "for": "2h"}, "is no pair"),
        ({"matchers": {}, "for": "2h"}, "name at least one"),
        ({"matchers": {"kind": ["nothing"]}, "for": "2h"}, "no silence"),
        ([], "no silence"),
    ],
)
def test_what_is_no_silence_is_told_so(site: Site, body: object, word: str) -> None:
    answer = site.send("POST", "/v1/silences", body)
    assert (answer.status, word in answer.json()["detail"]) == (422, True)
