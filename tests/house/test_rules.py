"""Every numbered rule of docs/alerts.md has a test that cites it, and every reason stands there."""

import re
from pathlib import Path

from alerts.reasons import Reason

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "alerts.md").read_text(encoding="utf-8")


def test_every_rule_has_a_test_and_every_test_a_rule() -> None:
    numbered = set(re.findall(r"^\| ([CFA]\d+) \|", PAGE, flags=re.MULTILINE))
    cited: set[str] = set()
    for file in (ROOT / "tests").rglob("test_*.py"):
        for numbers in re.findall(r"^@rule\(([^)]*)\)", file.read_text(encoding="utf-8"), flags=re.MULTILINE):
            cited |= set(re.findall(r'"([^"]+)"', numbers))
    assert numbered - cited == set(), "rules without a test"
    assert cited - numbered == set(), "tests of rules that are not in docs/alerts.md"


def test_every_reason_is_in_the_page() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, flags=re.MULTILINE)) == {r.value for r in Reason}
