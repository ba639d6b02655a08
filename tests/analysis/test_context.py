"""What the whole article says for a pair: which states it is about, who was named before, what else it tells."""

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.contacts.prominence import prominence
from tensionwire.analysis.draft import Draft
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon

TEXT = (
    "TASHKENT, March 3 - Uzbek President Shavkat Mirziyoyev received Kazakh President Kassym-Jomart Tokayev on Monday. "
    "The railway has been under construction for years. "
    "Mirziyoyev praised the deal. "
    "Tokayev is to meet Indian Prime Minister Narendra Modi next week. "
    "Mirziyoyev will also fly to India."
)


def read(lexicon: Lexicon) -> Draft:
    return draft_of(Article(text=TEXT, published="2025-03-04"), lexicon)


def test_an_article_ranks_its_states_and_counts_its_words_of_contact(lexicon: Lexicon) -> None:
    article = prominence(read(lexicon))
    assert article.ranks["UZB"] == 0
    assert article.ranks["IND"] == max(article.ranks[side] for side in ("UZB", "KAZ", "IND"))
    assert article.officials["UZB"] == article.officials["KAZ"] == article.officials["IND"] == 1
    assert (article.contacts, article.visits) == (2, 2)  # of each two


def test_it_knows_who_was_named_before_and_who_comes_back(lexicon: Lexicon) -> None:
    article = prominence(read(lexicon))
    assert article.named("Shavkat Mirziyoyev", 0) == "0+"
    assert article.named("Shavkat Mirziyoyev", 3) == "1+"
    assert article.named("Shavkat Mirziyoyev", 4) == "2"
    assert article.named("Kassym-Jomart Tokayev", 3) == "3"
    assert article.named("Nobody", 2) == "0"


def test_a_pair_is_weighed_by_what_the_article_says(lexicon: Lexicon) -> None:
    draft = read(lexicon)
    found = {
        (scene.sentence.place, one.one.name, one.other.name or one.other.affiliation): set(features(scene, one))
        for scene in scenes(draft)
        for one in candidates(scene)
    }
    first = found[0, "Shavkat Mirziyoyev", "Kassym-Jomart Tokayev"]
    assert {"named=0+,0+", "day=True,at=0", "officials=3,False", "contacts=2,False", "told=False,False"} <= first
    then = found[3, "Kassym-Jomart Tokayev", "Narendra Modi"]
    assert {"named=3,0", "said=1,2,False", "quarter=2", "behind=False,none,False"} <= then
    flight = found[4, "Shavkat Mirziyoyev", "IND"]
    assert {"v:hosts=1", "v:day=False,at=3", "v:journeys=2,2", "v:times=3,False"} <= flight
