"""A running worker takes up edited words, and keeps what it has where they cannot be used."""

from pathlib import Path

import pytest

from streams.words import Words
from tensionwire.lexicon import LexiconError
from tensionwire.runtime import telemetry
from tests.lexicon.small import ship_few


def loads(outcome: str) -> float:
    return telemetry.LEXICON_LOADS.labels(outcome)._value.get()


def means(words: Words, text: str) -> set[str]:
    return {f"{m.kind} {m.value}" for hit in words.lexicon.find(text) for m in hit.meanings}


def write(file: Path, text: str) -> None:
    """As editors do: another file in its place, at once."""
    new = file.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def test_words_are_taken_up_and_mistakes_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ship_few(tmp_path / "data", monkeypatch)
    overlay = tmp_path / "words"
    overlay.mkdir()
    words = Words(overlay)
    first, taken, refused = words.lexicon, loads("taken"), loads("refused")
    words.look()
    assert words.lexicon is first

    write(overlay / "flashpoints.yaml", "chips: {words: [photoresists]}\n")
    words.look()
    assert means(words, "photoresists") == {"topic chips"}
    assert loads("taken") == taken + 1

    used = words.lexicon
    write(overlay / "flashpoints.yaml", "chips: {words: [photoresists\n")
    words.look()
    words.look()
    assert words.lexicon is used
    assert loads("refused") == refused + 1


def test_a_bad_file_at_the_start_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "status.yaml").write_text("maybe: [x]\n")
    with pytest.raises(LexiconError, match="unknown family"):
        Words(tmp_path)
