"""The mark of a test that stands for a numbered rule of docs/alerts.md."""

from typing import Any

import pytest


def rule(*numbers: str) -> Any:
    """`@rule("C3")`: this test stands for the rule. A test of the house checks that every rule has one."""
    return pytest.mark.rule(*numbers)
