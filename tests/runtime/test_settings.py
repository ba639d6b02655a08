"""Settings from the environment, and complaints that help."""

from pathlib import Path

import pytest

from tensionwire.runtime.settings import SettingsError, load


def test_defaults_values_and_files(tmp_path: Path) -> None:
    assert load({}).kafka == "127.0.0.1:9092"
    assert load({"TENSIONWIRE_BATCH": "7", "TENSIONWIRE_WINDOW": "0.5"}).batch == 7
    secret = tmp_path / "redis"
    secret.write_text("redis://:pass@host:1/0\n")
    assert load({"TENSIONWIRE_REDIS_FILE": str(secret)}).redis == "redis://:pass@host:1/0"


@pytest.mark.parametrize(
    ("name", "value"), [("BATCH", "many"), ("BATCH", "0"), ("WINDOW", "-1"), ("METRICS_PORT", "http"), ("MAX_AGE", "")]
)
def test_a_value_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"TENSIONWIRE_{name}: Expected") as error:
        load({f"TENSIONWIRE_{name}": value})
    assert "It is: " in str(error.value)


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(SettingsError, match="TENSIONWIRE_REDIS_FILE: cannot read"):
        load({"TENSIONWIRE_REDIS_FILE": "/nowhere"})
