"""Words put into an analyst's files: what stands there stays, in every style of YAML."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.lexicon.adding import add_words

FLOW = "# ours\nchips: {words: [wafers], not: []}\n"
BLOCK = "# ours\nports:\n  # by hand\n  words:\n    - harbour\n    - quay\n  # the end\n\nother: {words: [x]}\n"


@pytest.mark.parametrize("before", ["", "# only a comment\n", FLOW, BLOCK, "chips: {}\n", "chips:\n  words: [a]\n"])
@pytest.mark.parametrize("topic", ["chips", "ports", "grain"])
@pytest.mark.parametrize("kind", ["words", "prefixes", "not"])
def test_only_the_words_are_new(tmp_path: Path, before: str, topic: str, kind: str) -> None:
    (tmp_path / "f.yaml").write_text(before)
    add_words(tmp_path, "f.yaml", [topic, kind], ["new", "two words"])
    text = (tmp_path / "f.yaml").read_text()
    wanted = yaml.safe_load(before) or {}
    lists = wanted.setdefault(topic, {})
    lists[kind] = [*(lists.get(kind) or []), "new", "two words"]
    assert yaml.safe_load(text) == wanted
    for line in before.splitlines():
        if line.strip().startswith("#"):
            assert line in text.splitlines()


def test_a_new_family_gets_its_weight(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("escalation:\n  war: {weight: 9, words: [war]}\n")
    add_words(tmp_path, "f.yaml", ["escalation", "strain", "words"], ["rift"], "weight: 4")
    add_words(tmp_path, "f.yaml", ["easing", "thaw", "words"], ["thaw"], "weight: 4")
    assert yaml.safe_load((tmp_path / "f.yaml").read_text()) == {
        "escalation": {"war": {"weight": 9, "words": ["war"]}, "strain": {"weight": 4, "words": ["rift"]}},
        "easing": {"thaw": {"weight": 4, "words": ["thaw"]}},
    }


def test_a_list_of_its_own(tmp_path: Path) -> None:
    add_words(tmp_path, "f.yaml", ["held"], ["met"])
    add_words(tmp_path, "f.yaml", ["held"], ["spoke"])
    assert yaml.safe_load((tmp_path / "f.yaml").read_text()) == {"held": ["met", "spoke"]}


WORDS = st.text(min_size=1, max_size=9).filter(lambda word: word.isprintable() and word.strip())


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_words(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "f.yaml").write_text(FLOW)
    add_words(folder, "f.yaml", ["chips", "words"], words)
    assert yaml.safe_load((folder / "f.yaml").read_text(encoding="utf-8"))["chips"]["words"] == ["wafers", *words]


@pytest.mark.parametrize("word", ["", " ", "a\nb", "a\u2028b", "\x00"])
def test_what_no_text_holds_is_refused(tmp_path: Path, word: str) -> None:
    with pytest.raises(ValueError, match="can be printed"):
        add_words(tmp_path, "f.yaml", ["chips", "words"], [word])
    assert not list(tmp_path.iterdir())
