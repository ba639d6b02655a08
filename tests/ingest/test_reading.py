"""Files, folders, patterns and standard input: what is read, in which order, by which reader."""

import io
import os
import sys
from pathlib import Path

import pytest

from tensionwire.ingest import Read, Refused, read
from tensionwire.ingest.sources import left_aside, total_bytes


def texts(*paths: str | Path) -> list[str]:
    return [o.article.text for o in read(paths) if isinstance(o, Read)]


def refusals(*paths: str | Path) -> list[tuple[str, str]]:
    return [(Path(o.place.file).name, o.reason) for o in read(paths) if isinstance(o, Refused)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, content in {
        "b/one.txt": "one",
        "a.jsonl": '{"text": "a1"}\n{"text": "a2"}\n',
        "c.md": "# three",
        "d.JSON": '[{"text": "four"}]',
        "README.md": "what lies here",
        ".hidden.txt": "no",
        ".git/HEAD.txt": "no",
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_by_name_without_hidden_files_and_readme(folder: Path) -> None:
    assert texts(folder) == ["a1", "a2", "one", "# three", "four"]
    assert refusals(folder) == []


def test_a_readme_that_is_named_is_read(folder: Path) -> None:
    assert texts(folder / "README.md") == ["what lies here"]


def test_an_unknown_ending_is_left_aside_in_a_folder_and_read_when_named(folder: Path) -> None:
    other = folder / "b" / "e.news"
    other.write_text("five", encoding="utf-8")
    assert refusals(folder) == []
    assert left_aside([folder, folder / "c.md", "-", "gone"]) == [other]
    assert texts(other) == ["five"]
    (folder / "b" / "one.txt").unlink()
    assert refusals(folder / "b") == [("b", "not-found")]


def test_patterns(folder: Path) -> None:
    assert texts(f"{folder}/*.md", f"{folder}/**/*.txt") == ["# three", "one"]
    assert refusals(f"{folder}/*.pdf") == [("*.pdf", "not-found")]
    (folder / "[x].txt").write_text("bracket", encoding="utf-8")
    assert texts(folder / "[x].txt") == ["bracket"]


def test_what_is_not_there_is_refused_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "b" / "empty"
    empty.mkdir()
    assert refusals(folder / "nothing", empty) == [("nothing", "not-found"), ("empty", "not-found")]
    assert texts(folder / "nothing", folder / "c.md") == ["# three"]
    assert refusals("x" * 5000) == [("x" * 5000, "unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused(folder: Path) -> None:
    (folder / "c.md").chmod(0)
    (folder / "b").chmod(0)
    try:
        assert refusals(folder) == [("b", "unreadable"), ("c.md", "unreadable")]
    finally:
        (folder / "b").chmod(0o700)


def test_a_broken_link_is_refused(folder: Path) -> None:
    (folder / "z.txt").symlink_to(folder / "gone")
    assert refusals(folder) == [("z.txt", "unreadable")]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("Wang Yi trifft Lawrow.\n\nMehr bald.", ["Wang Yi trifft Lawrow.\n\nMehr bald."]),
        ("[dpa] Berlin - Merz reist.", ["[dpa] Berlin - Merz reist."]),
        ('{"text": "one"}\n{"text": "two"}', ["one", "two"]),
        ('\n\n{"text": "one"}\n{"text": "two"}', ["one", "two"]),
        ('\ufeff{"text": "one"}\n', ["one"]),
        ('{"text":\n"one"\n}', ["one"]),
        ('[{"text": "one"}]', ["one"]),
        ('[\n  {"text": "one"}\n]', ["one"]),
    ],
)
def test_content_decides_where_no_ending_does(
    raw: str, wanted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "article"
    file.write_text(raw, encoding="utf-8")
    assert texts(file) == wanted
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    assert texts("-") == wanted


def test_json_lines_in_a_json_file(tmp_path: Path) -> None:
    file = tmp_path / "lines.json"
    file.write_text('{"text": "one"}\n{"text": "two"}\n', encoding="utf-8")
    assert texts(file) == ["one", "two"]


def test_sizes_add_up(folder: Path) -> None:
    (folder / "d.JSON").unlink()
    assert total_bytes([folder]) == sum(o.size for o in read([folder]))
    assert total_bytes(["-"]) is None
