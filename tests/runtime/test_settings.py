"""Settings from the environment, and complaints that help."""

from pathlib import Path

import pytest

from tensionwire.runtime.settings import DESCRIPTIONS, NUMBERS, TAKES, Settings, SettingsError, load


def test_defaults_values_and_files(tmp_path: Path) -> None:
    assert load({}).kafka == "127.0.0.1:9092"
    assert load({"TENSIONWIRE_BATCH": "7", "TENSIONWIRE_WINDOW": "0.5"}).batch == 7
    secret = tmp_path / "redis"
    secret.write_text("redis://:pass@host:1/0\n")
    assert load({"TENSIONWIRE_REDIS_FILE": str(secret)}).redis == "redis://:pass@host:1/0"


@pytest.mark.parametrize(
    ("name", "value", "takes"),
    [
        ("BATCH", "many", "a whole number above 0"),
        ("QUIET_DAYS", "abc", "a whole number above 0"),
        ("QUIET_DAYS", "0", "a whole number above 0"),
        ("WINDOW", "-1", "a number of seconds above 0, like 30 or 0.5"),
        ("MAX_AGE", "", "a number of seconds above 0, like 30 or 0.5"),
        ("HEARTBEAT", "-1", "a number of seconds, 0 or more"),
        ("METRICS_PORT", "http", "a whole number"),
        ("LOG_LEVEL", "loud", "one of DEBUG, INFO, WARNING, ERROR"),
        ("REDIS", "redis://:secret@host:port/0", "an address like redis://127.0.0.1:6379/0"),
        ("REDIS", "secret", "an address like redis://127.0.0.1:6379/0"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_in_plain_words(name: str, value: str, takes: str) -> None:
    with pytest.raises(SettingsError) as error:
        load({f"TENSIONWIRE_{name}": value})
    assert str(error.value) == f"TENSIONWIRE_{name} takes {takes}. It is: {DESCRIPTIONS[name.lower()]}."


def test_every_setting_that_is_no_text_says_what_it_takes() -> None:
    for field, kind in Settings.__annotations__.items():
        assert kind is str or field in TAKES or kind in NUMBERS, field


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(SettingsError, match="TENSIONWIRE_REDIS_FILE: cannot read"):
        load({"TENSIONWIRE_REDIS_FILE": "/nowhere"})
