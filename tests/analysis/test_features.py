"""Features by signs: they weigh what they weigh by name, and what a sentence works out is gone with it."""

import gc
from pathlib import Path

import pytest
import yaml

from tensionwire.analysis import analyse
from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.features import features, signs
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

FILES = sorted((Path(__file__).parent / "articles").glob("*.yaml"))[::7]


def articles(file: Path) -> list[Article]:
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Article(text=r["text"], title=r.get("title"), published=str(r["published"])) for r in rows]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_signs_weigh_what_the_features_weigh_by_name(file: Path, lexicon: Lexicon) -> None:
    weights, scale = lexicon.model.contact, lexicon.model.scale
    for article in articles(file):
        for scene in scenes(draft_of(article, lexicon)):
            for candidate in candidates(scene):
                named = sum(weights.get(name, 0.0) for name in features(scene, candidate))
                assert sum(scale.of(signs(scene, candidate))) == named


def test_words_hint_by_their_lists(lexicon: Lexicon) -> None:
    text = "Präsident Wladimir Putin behielt Premier Narendra Modi drei Stunden lang in seiner Residenz."
    [scene] = scenes(draft_of(Article(text=text, published="2025-03-04"), lexicon))
    assert {"keep", "room", "time"} <= set(scene.hints)
    [pair] = [one for one in candidates(scene) if {one.one.name, one.other.name} == {"Wladimir Putin", "Narendra Modi"}]
    assert {"hint=time,silent", "hint=keep,silent,unsaid=False"} <= set(features(scene, pair))


def test_an_analysis_leaves_nothing_to_the_garbage_collector(lexicon: Lexicon) -> None:
    read = articles(FILES[0])
    analyse(read[0], lexicon)
    gc.collect()
    gc.disable()
    try:
        for article in read:
            analyse(article, lexicon)
        assert gc.collect() == 0
    finally:
        gc.enable()
