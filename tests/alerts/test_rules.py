"""Rules: each mistake is named with file, line, and what to do; routes take, withhold and pass on."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from alerts.reasons import Reason
from alerts.routing import is_stale, route
from alerts.rules import RulesError, parse
from alerts.rules.schema import schema
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.tagged import Participant
from tests.consumers.making import alert
from tests.rules import rule

ROOT = Path(__file__).resolve().parents[2]
GOOD = "receivers:\n  - name: desk\n    console: {}\nroute:\n  receivers: [desk]\n"
HOOK = "receivers:\n  - name: hook\n    webhook: {%s}\nroute: {receivers: [hook]}\n"
DAY = timedelta(days=1)


def desk(lines: str) -> str:
    return GOOD.replace("console: {}\n", "console: {}\n" + "".join(f"    {line}\n" for line in lines.splitlines()))


def below(lines: str) -> str:
    return GOOD + "".join(f"  {line}\n" for line in lines.splitlines())


MISTAKES = {
    "receivers: [": ":1: is no YAML",
    "receivers:\n\t- name: x": ":2: is no YAML",
    "": ":1: the file is empty: it needs `receivers` and `route`",
    "- a": ":1: `the file` takes keys with values below it, not a list",
    "route: {receivers: [x]}": ":1: `receivers` is missing here: add it",
    "receivers: []\nroute: {receivers: [x]}": ":2: no receiver is called 'x'; there are: none",
    GOOD.replace("desk]", "desc]"): ":5: no receiver is called 'desc'; there are: desk",
    GOOD.replace("  receivers: [desk]", "  contacts: all"): ":5: this route leads nowhere: name `receivers`",
    desk("stale: maybe"): ":4: `stale` takes true or false, not text",
    desk("stale: yes"): ":4: `stale` takes true or false, not text",
    GOOD.replace("console", "konsole"): ":3: `konsole` is not known here; did you mean `console`?",
    desk("stale: true\nstale: false"): ":5: `stale` stands twice here, first in line 4: take one away",
    GOOD.replace("    console: {}\n", ""): ":2: 'desk' needs exactly one channel",
    GOOD.replace("name: desk", "name: 'a:b'"): ":2: a receiver needs a name without a colon",
    GOOD.replace("route:", "  - name: desk\n    console: {}\nroute:"): ":4: two receivers are called 'desk'",
    HOOK % "url: 'ftp://x', secret_env: S": ":3: the url of 'hook' must begin with https://",
    HOOK % "url: 'https://x.example'": ":3: 'hook' needs `secret_env` or `secret_file`",
    HOOK % "secret_env: S": ":3: `url` is missing here: add it",
    below("contacts: some"): ":6: 'some' is no value of `contacts`; it can be: headline, all",
    desk("timezone: Wien"): ":4: no time zone is called 'Wien'; write it as Europe/Berlin",
    desk("quiet_hours: [{from: '22', to: 06:00}]"): ":4: '22' is no time of day; write it as 22:00",
    desk("quiet_hours:\n  - {from: 22:00, to: 22:00}"): ":5: `from` and `to` are the same",
    desk("quiet_hours:\n  - {from: 22:00, to: 06:00, days: [sat, son]}"): ":5: 'son' is no value of `days`",
    desk("digest: {within: soon}"): ":4: 'soon' is no span up to 31 days; write it as 90s, 10m or 24h",
    desk("digest: {more_than: -1}"): ":4: `more_than`: Expected `int` >= 0",
    below("matchers: {contries: [CHN]}"): ":6: `contries` is not known here; did you mean `countries`?",
    below("matchers: {countries: [China]}"): ":6: 'China' is no code; write CHN, USA, EU, NATO",
    below("matchers: {dyads: [CHN+USA]}"): ":6: 'CHN+USA' is no pair; write two codes with a hyphen: CHN-USA",
    below(
        "matchers: {severity: urgent}"
    ): ":6: 'urgent' is no value of `severity`; it can be: low, medium, high, critic",
    below("routes:\n  - receivers: [desk]\n  - receivers: [desk]"): ":7: this route has no matchers and takes all",
    GOOD
    + "silences:\n  - {id: a, matchers: {}, ends: 2027-01-01}\n": ":7: a silence without matchers would silence all",
    GOOD + "silences:\n  - {id: a, matchers: {kind: [contact.new]}, ends: soon}\n": ":7: 'soon' is no time",
    GOOD + "severity: {ranks: {embassador: 1}}\n": ":6: 'embassador' is no value of `ranks`",
    GOOD + "severity: {canceled: 1}\n": ":6: `canceled` is not known here; did you mean `cancelled`?",
    GOOD + "operators: nobody\n": ":6: no receiver is called 'nobody'; there are: desk",
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.items(), ids=range(len(MISTAKES)))
@rule("A14")
def test_a_mistake_is_named_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(RulesError) as error:
        parse(text, "rules.yaml")
    assert str(error.value).startswith("rules.yaml" + message)


@rule("A14")
def test_all_mistakes_of_meaning_are_named_at_once() -> None:
    with pytest.raises(RulesError) as error:
        parse(desk("timezone: Wien\nquiet_hours: [{from: '22', to: 06:00}]") + "operators: nobody\n", "rules.yaml")
    assert [line.split(":")[1] for line in str(error.value).splitlines()] == ["4", "5", "8"]


def test_the_shipped_rules_are_good() -> None:
    rules = parse((ROOT / "alerts" / "rules.yaml").read_text(encoding="utf-8"), "rules.yaml")
    assert [r.receiver.name for r in route(alert(), rules, DAY)] == ["console"]


def test_the_published_schema_is_current() -> None:
    file = ROOT / "docs" / "rules.schema.json"
    assert file.read_text(encoding="utf-8") == schema(), "run: python -m alerts.rules.schema > docs/rules.schema.json"


def test_times_and_words_are_what_they_look_like() -> None:
    rules = parse(desk("quiet_hours: [{from: 22:00, to: 06:30}]\nlanguage: de\ndigest: false"), "r")
    assert (rules.receivers[0].quiet_hours[0].start, rules.receivers[0].digest) == ("22:00", False)


@rule("A8", "A9")
def test_routes_withhold_with_a_reason() -> None:
    rules = parse(GOOD, "r")
    fresh = alert()
    passing = msgspec.structs.replace(fresh, headline=False)
    old = msgspec.structs.replace(fresh, published="2020-01-01T00:00:00+00:00")
    assert [r.withheld for a in (fresh, passing, old) for r in route(a, rules, DAY)] == [
        None,
        Reason.NOT_HEADLINE,
        Reason.STALE,
    ]
    everything = parse(below("contacts: all"), "r")
    assert route(passing, everything, DAY)[0].withheld is None
    opted = parse(desk("stale: true"), "r")
    assert route(old, opted, DAY)[0].withheld is None


def test_what_has_no_known_time_is_not_stale() -> None:
    assert not is_stale(msgspec.structs.replace(alert(), published=None), DAY)


TREE = """
receivers:
  - {name: all, console: {}}
  - {name: asia, console: {}}
  - {name: night, console: {}}
route:
  receivers: [all]
  routes:
    - {name: urgent, matchers: {severity: high}, receivers: [night], continue: true}
    - name: asia
      matchers: {countries: [CHN, TWN]}
      contacts: all
      receivers: [asia]
      routes:
        - {name: wang, matchers: {people: [Wang Yi]}, receivers: [asia, all]}
"""
WANG = Participant(affiliation="CHN", name="Wang Yi", role="foreign-minister")


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, ["night: route > urgent"]),
        ({"severity": "low"}, ["all: route"]),
        ({"severity": "low", "countries": ["CHN", "USA"]}, ["asia: route > asia"]),
        ({"severity": "critical", "countries": ["CHN"]}, ["night: route > urgent", "asia: route > asia"]),
        ({"severity": "low", "participants": [WANG]}, ["asia: route > asia > wang", "all: route > asia > wang"]),
    ],
)
@rule("A10")
def test_an_alert_goes_down_the_tree(change: dict[str, Any], wanted: list[str]) -> None:
    found = route(msgspec.structs.replace(alert(), **change), parse(TREE, "r"), DAY)
    assert [f"{r.receiver.name}: {r.rule}" for r in found] == wanted


MATCHERS = {
    "kind: [contact.new]": True,
    "kind: [flashpoint.new, flashpoint.surge]": False,
    "severity: high": True,
    "severity: critical": False,
    "countries: [CHN]": True,
    "dyads: [CHN-USA]": True,
    "dyads: [CHN-RUS]": False,
    "people: [Antony Blinken]": True,
    "people: [Sergej Lawrow]": False,
    "roles: [foreign-minister]": True,
    "roles: [ambassador]": False,
    "topics: [fentanyl]": True,
    "topics: [taiwan]": False,
    "form: [meeting]": True,
    "form: [call]": False,
    "status: [held]": True,
    "status: [planned, cancelled]": False,
    "source: [Courier]": True,
    "source: [Other]": False,
    "language: [de]": True,
    "language: [en]": False,
    "records: [r1]": True,
    "countries: [CHN], status: [planned]": False,
}


@pytest.mark.parametrize(("matchers", "taken"), MATCHERS.items())
def test_matchers(matchers: str, taken: bool) -> None:
    found = told()
    rules = parse(below(f"matchers: {{{matchers}}}"), "r")
    assert bool(route(found, rules, DAY)) is taken


def told() -> Alert:
    """Blinken and Wang on fentanyl, told by a German source."""
    blinken = Participant(affiliation="USA", name="Antony J. Blinken", role="foreign-minister")
    plain = alert(record="r1")
    evidence = [msgspec.structs.replace(plain.evidence[0], language="de")]
    return msgspec.structs.replace(
        plain, participants=[blinken, WANG], countries=["CHN", "USA"], topics=["fentanyl"], evidence=evidence
    )
