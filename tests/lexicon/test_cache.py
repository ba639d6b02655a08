"""The compiled lexicon on disk: used when whole, never trusted when not, safe for many starts at once."""

import importlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tensionwire.lexicon import cache, load
from tensionwire.lexicon.compiled import Lexicon
from tests.lexicon.small import ship_few

TEXT = "Wang Yi trifft Außenminister Lawrow im Kreml zur Taiwanfrage. Turkey warns Island."


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ship_few(tmp_path / "data", monkeypatch)
    return tmp_path / "cache" / "tensionwire"


def findings(lexicon: Lexicon) -> list[object]:
    return [list(lexicon.find(TEXT, language)) for language in ("", "de", "en")]


def test_a_second_start_reads_what_the_first_compiled(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load()
    module = importlib.import_module("tensionwire.lexicon.load")
    monkeypatch.setattr(module, "build", lambda _: pytest.fail("compiled a second time"))
    second = load()
    assert findings(first) == findings(second)
    assert first.persons == second.persons and first.hash == second.hash and first.topics == second.topics


@pytest.mark.parametrize("damage", [lambda b: b[:-9], lambda b: b[:900] + b"x" + b[901:]], ids=["torn", "altered"])
def test_a_damaged_file_is_compiled_anew(own_cache: Path, damage) -> None:  # type: ignore[no-untyped-def]
    whole = findings(load())
    (file,) = own_cache.glob("lexicon-*.bin")
    file.write_bytes(damage(file.read_bytes()))
    assert findings(load()) == whole
    assert cache.kept(file.stem.removeprefix("lexicon-")) is not None, "and stored again"


def test_a_cache_that_cannot_be_written_hinders_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert findings(load())


def test_many_starts_at_once(own_cache: Path) -> None:
    code = f"from tensionwire.lexicon import load; print(sum(1 for _ in load().find({TEXT!r})))"
    with ThreadPoolExecutor(3) as pool:
        runs = list(pool.map(lambda _: subprocess.run([sys.executable, "-c", code], capture_output=True), range(3)))
    assert len({run.stdout for run in runs}) == 1 and all(run.returncode == 0 for run in runs)
    assert [file.suffix for file in own_cache.iterdir()] == [".bin"]


def test_old_ones_are_removed(own_cache: Path) -> None:
    load()
    (file,) = own_cache.glob("lexicon-*.bin")
    compiled = cache.kept(file.stem.removeprefix("lexicon-"))
    assert compiled is not None
    for number in range(6):
        cache.keep(f"{number}", compiled)
    assert len(list(own_cache.iterdir())) == cache.KEPT
