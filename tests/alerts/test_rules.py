"""Rules: each mistake is named with file and line; routes withhold with a reason."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from alerts.route import Reason, is_stale, route
from alerts.rules import RulesError, parse
from tests.consumers.making import alert

GOOD = "receivers:\n  - name: desk\n    console: {}\nroute:\n  receivers: [desk]\n"
HOOK = "receivers:\n  - name: hook\n    webhook: {%s}\nroute: {receivers: [hook]}\n"

MISTAKES = {
    "receivers: [": "rules.yaml:1: is no YAML",
    "": "rules.yaml:1: Expected `object`, got `null`",
    "receivers: []\nroute: {receivers: [x]}": "rules.yaml:2: no receiver is called 'x'; there are: none",
    GOOD.replace("desk]", "desc]"): "rules.yaml:5: no receiver is called 'desc'; there are: desk",
    GOOD.replace("console: {}", "console: {}\n    stale: maybe"): "rules.yaml:4: Expected `bool`, got `str`",
    GOOD.replace("console", "konsole"): "rules.yaml:2: Object contains unknown field `konsole`",
    GOOD.replace("    console: {}\n", ""): "rules.yaml:2: 'desk' needs exactly one channel",
    GOOD.replace("name: desk", "name: 'a:b'"): "rules.yaml:2: a receiver needs a name without a colon",
    GOOD.replace("route:", "  - name: desk\n    console: {}\nroute:"): "rules.yaml:2: two receivers are called 'desk'",
    HOOK % "url: 'ftp://x', secret_env: S": "rules.yaml:2: the url of 'hook' must begin with https://",
    HOOK % "url: 'https://x.example'": "rules.yaml:2: 'hook' needs `secret_env` or `secret_file`",
    HOOK % "secret_env: S": "rules.yaml:3: Object missing required field `url`",
    GOOD + "  contacts: some\n": "rules.yaml:6: Invalid enum value 'some'",
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_a_mistake_is_named_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(RulesError) as error:
        parse(text, "rules.yaml")
    assert str(error.value).startswith(message)


def test_the_shipped_rules_are_good() -> None:
    file = Path(__file__).resolve().parents[2] / "alerts" / "rules.yaml"
    assert [r.name for r in parse(file.read_text(encoding="utf-8"), "rules.yaml").routed()] == ["console"]


def test_routes_withhold_with_a_reason() -> None:
    rules, day = parse(GOOD, "r"), timedelta(days=1)
    fresh = alert()
    passing = msgspec.structs.replace(fresh, headline=False)
    old = msgspec.structs.replace(fresh, published="2020-01-01T00:00:00+00:00")
    assert [r.withheld for a in (fresh, passing, old) for r in route(a, rules, day)] == [
        None,
        Reason.NOT_HEADLINE,
        Reason.STALE,
    ]
    everything = parse(GOOD + "  contacts: all\n", "r")
    assert route(passing, everything, day)[0].withheld is None
    opted = parse(GOOD.replace("console: {}", "console: {}\n    stale: true"), "r")
    assert route(old, opted, day)[0].withheld is None


def test_what_has_no_known_time_is_not_stale() -> None:
    assert not is_stale(msgspec.structs.replace(alert(), published=None), timedelta(days=1))
