"""The rules of the house: style, types, layers, sizes and names are part of the tests."""

import ast
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
PACKAGES = ("tensionwire", "streams", "alerts", "consumers")


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]],
    ids=lambda command: " ".join(command),
)
def test_checker_is_content(command: list[str]) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("line", ["from datetime import datetime\n\nWHEN = datetime.now()\n", "import random\n"])
@pytest.mark.parametrize("package", ["alerts", "tensionwire/analysis", "tensionwire/contracts"])
def test_pure_packages_may_not_look_at_clocks_or_roll_dice(package: str, line: str) -> None:
    name = str(ROOT / package / "_probe.py")
    command = [BIN / "ruff", "check", "--select", "TID251", "--stdin-filename", name, "-"]
    done = subprocess.run(command, cwd=ROOT, input=line, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "TID251" in done.stdout


def _python_files() -> list[Path]:
    folders = [ROOT / p for p in (*PACKAGES, "tests", "benchmarks")]
    return [f for folder in folders for f in folder.rglob("*.py")]


def test_files_are_small() -> None:
    lines = {f: len(f.read_text(encoding="utf-8").splitlines()) for f in _python_files()}
    assert {f: n for f, n in lines.items() if n > 500} == {}
    code = [n for f, n in lines.items() if n and f.name != "__init__.py"]
    assert statistics.median(code) <= 130


def test_rooms_have_names() -> None:
    nameless = {"utils", "util", "helpers", "helper", "common", "misc", "managers", "manager"}
    assert [f for f in _python_files() if f.stem in nameless or f.parent.name in nameless] == []


def test_requirements_are_pinned_with_hashes_and_name_no_server() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert pins, file
        assert all("==" in pin and pin.endswith("\\") for pin in pins), file
        assert "://" not in text
        assert "--index" not in text
        assert "--find-links" not in text


def test_the_command_helps_at_once_and_names_every_verb() -> None:
    environment = os.environ | {"PYTHONPROFILEIMPORTTIME": ""}
    command = [sys.executable, "-X", "importtime", "-m", "tensionwire.cli.main", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=environment)
    from tensionwire.cli.main import VERBS

    for verb in VERBS:
        assert f"  {verb} " in done.stdout
    for slow in ("faust", "kafka", "daachorse"):
        assert f" {slow}\n" not in done.stderr, f"--help loads {slow}"


def _verbs() -> list[str]:
    from tensionwire.cli.main import VERBS

    return list(VERBS)


@pytest.mark.parametrize("verb", _verbs())
def test_every_verb_has_help(verb: str) -> None:
    command = [sys.executable, "-m", "tensionwire.cli.main", verb, "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout) > 200


def test_no_import_means_a_module_and_what_it_exports() -> None:
    """Compiled code takes the module where a package exports a name of one of its modules, the interpreter the name."""
    both = []
    for file in _python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or node.module is None:
                continue
            package = ROOT / node.module.replace(".", "/")
            exported = package / "__init__.py"
            says = exported.read_text(encoding="utf-8") if exported.exists() else ""
            both += [
                (str(file.relative_to(ROOT)), name.name)
                for name in node.names
                if (package / f"{name.name}.py").exists() and f'"{name.name}"' in says
            ]
    compiled = [found for found in both if found[0].startswith(("tensionwire/analysis", "tensionwire/lexicon"))]
    assert compiled == []
