"""What plain words, the title and the sentence before say of a contact's status. Events are made up."""

from tensionwire.analysis.contacts.candidates import candidates, scenes
from tensionwire.analysis.contacts.status import cues
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon
from training.samples import samples

BEFORE = "Am Morgen landete die Maschine."


def cues_of(text: str, lexicon: Lexicon, title: str | None = None, language: str = "de") -> list[str]:
    """The cues of the pair named in full in the last sentence with candidates."""
    draft = draft_of(Article(text=text, id="a", title=title, published="2025-03-12", language=language), lexicon)
    scene = list(scenes(draft))[-1]
    pair = next(c for c in candidates(scene) if not c.journey and c.one.name and c.other.name)
    return cues(scene, pair)


def test_words_count_by_their_stems_within_the_clause_and_around_it(lexicon: Lexicon) -> None:
    found = cues_of("Emmanuel Macron ließ Narendra Modi warten, weil sich sein Flugzeug verspätete.", lexicon)
    assert {"in=warte", "in=ließ", "out=versp", "out=flugz"} <= set(found)
    assert "in=versp" not in found


def test_names_say_nothing_of_the_status(lexicon: Lexicon) -> None:
    found = cues_of("Emmanuel Macron traf am Montag Narendra Modi in Indien.", lexicon)
    assert {"in=emman", "in=macro", "in=naren", "in=modi", "in=indie"}.isdisjoint(found)


def test_the_title_counts_without_names(lexicon: Lexicon) -> None:
    found = cues_of("Emmanuel Macron und Narendra Modi.", lexicon, "Macron sagt Reise nach Indien kurzfristig ab")
    assert {"titled=kurzf", "titled=ab"} <= set(found)
    assert "titled=macro" not in found


def test_the_tense_of_the_sentence_before_counts(lexicon: Lexicon) -> None:
    sentence = "Emmanuel Macron empfängt Narendra Modi im Élysée."
    assert "told before=past" in cues_of(f"{BEFORE} {sentence}", lexicon)
    assert not any(cue.startswith("told before") for cue in cues_of(sentence, lexicon))


def test_a_sentence_without_its_sides_teaches_the_status(lexicon: Lexicon) -> None:
    text = "Emmanuel Macron ist erkältet. Das Abendessen fiel aus."
    label = {
        "sides": [["Emmanuel Macron"], ["Narendra Modi"]],
        "form": "meeting",
        "status": "cancelled",
        "quote": "Das Abendessen fiel aus.",
    }
    read = samples(draft_of(Article(text=text, id="a", language="de"), lexicon), {"contacts": [label]})
    [lesson] = read[-1]
    assert lesson.status == "cancelled"
    assert lesson.contact is None
    assert "in=fiel" in lesson.cues
