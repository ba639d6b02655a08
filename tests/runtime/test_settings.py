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


SECONDS = "a number of seconds above 0 and up to 2678400 (31 days), like 30 or 0.5"
AGE = "a number of seconds above 0 and up to 10000000000, like 86400 (a day)"
PAUSE = "a number of seconds from 0 to 2678400 (31 days)"
DAYS = "a whole number of days from 1 to 36500"
KAFKA = "an address like 127.0.0.1:9092, or several like one:9092,two:9092, each with its port"
REDIS = "an address like redis://127.0.0.1:6379/0"


@pytest.mark.parametrize(
    ("name", "value", "takes"),
    [
        ("BATCH", "many", "a whole number above 0"),
        ("QUIET_DAYS", "abc", DAYS),
        ("QUIET_DAYS", "0", DAYS),
        ("QUIET_DAYS", "1000000000", DAYS),
        ("WINDOW", "-1", SECONDS),
        ("WATCHDOG", "inf", SECONDS),
        ("SEND_TIMEOUT", "nan", SECONDS),
        ("MAX_AGE", "", AGE),
        ("MAX_AGE", "inf", AGE),
        ("MAX_AGE", "nan", AGE),
        ("MAX_AGE", "1e30", AGE),
        ("HEARTBEAT", "-1", PAUSE),
        ("HEARTBEAT", "inf", PAUSE),
        ("METRICS_PORT", "http", "a whole number from 0 to 65535"),
        ("METRICS_PORT", "-3", "a whole number from 0 to 65535"),
        ("WEB_PORT", "99999", "a whole number from 1 to 65535"),
        ("WEB_PORT", "0", "a whole number from 1 to 65535"),
        ("LOG_LEVEL", "loud", "one of DEBUG, INFO, WARNING, ERROR"),
        ("REDIS", "redis://:secret@host:port/0", REDIS),
        ("REDIS", "secret", REDIS),
        ("KAFKA", "", KAFKA),
        ("KAFKA", "foo:bar", KAFKA),
        ("KAFKA", "foo", KAFKA),
        ("KAFKA", ":9092", KAFKA),
        ("KAFKA", "foo:0", KAFKA),
        ("KAFKA", "foo:65536", KAFKA),
        ("KAFKA", "foo:9092,", KAFKA),
        ("KAFKA", "::1:9092", KAFKA),
        ("KAFKA", "PLAINTEXT://foo:9092", KAFKA),
    ],
)
def test_a_value_that_cannot_be_used_is_named_in_plain_words(name: str, value: str, takes: str) -> None:
    with pytest.raises(SettingsError) as error:
        load({f"TENSIONWIRE_{name}": value})
    assert str(error.value) == f"TENSIONWIRE_{name} takes {takes}. It is: {DESCRIPTIONS[name.lower()]}."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KAFKA", "kafka:9092"),
        ("KAFKA", "10.0.0.1:9092, two.example:9093"),
        ("KAFKA", "[::1]:9092"),
        ("MAX_AGE", str(100 * 366 * 86_400)),
        ("METRICS_PORT", "0"),
        ("WEB_PORT", "65535"),
        ("LOG_LEVEL", "debug"),
    ],
)
def test_a_value_that_can_be_used_is_taken(name: str, value: str) -> None:
    assert str(getattr(load({f"TENSIONWIRE_{name}": value}), name.lower())) in (value, f"{value}.0")


def test_no_message_says_twice_or_says_their() -> None:
    assert not any(said.startswith("their ") for said in DESCRIPTIONS.values())
    assert "WARNING" not in DESCRIPTIONS["log_level"]


def test_every_setting_that_is_no_text_says_what_it_takes() -> None:
    for field, kind in Settings.__annotations__.items():
        assert kind is str or field in TAKES or kind in NUMBERS, field


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(SettingsError, match="TENSIONWIRE_REDIS_FILE: cannot read"):
        load({"TENSIONWIRE_REDIS_FILE": "/nowhere"})
