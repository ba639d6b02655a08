"""The sketch by which near-copies are known."""

from alerts.life.reports import is_copy
from tensionwire.analysis import analyse
from tensionwire.analysis.fingerprint import SIZE
from tensionwire.contracts.article import Article
from tensionwire.contracts.sighting import ArticleRef
from tensionwire.lexicon import load
from tests.rules import rule

LEXICON = load()
AGENCY = [
    "Die Außenminister beider Länder haben sich am Montag in Wien getroffen.",
    "Das Gespräch dauerte nach Angaben aus den Delegationen knapp zwei Stunden.",
    "Im Mittelpunkt standen Visa, Bahnstrecken und der Austausch von Studierenden.",
    "Ein weiteres Treffen wurde für das kommende Frühjahr in Aussicht gestellt.",
]
OWN = [
    "In der Hofburg war es am Montag ungewöhnlich still, als die Wagen vorfuhren.",
    "Zwei Stunden später traten die Minister vor die Kameras und lobten einander.",
    "Über Visa wurde gesprochen, über Züge, über Studierende, einig war man sich selten.",
]


def reference(id_: str, sentences: list[str]) -> ArticleRef:
    tagged = analyse(Article(text=" ".join(sentences)), LEXICON)
    return ArticleRef(id=id_, language="de", fingerprint=tagged.fingerprint)


@rule("C17")
def test_a_reprint_with_a_line_changed_or_cut_is_a_copy_and_another_report_is_none() -> None:
    agency = reference("a", AGENCY)
    assert is_copy(agency, reference("b", [*AGENCY[:3], "Von unserem Korrespondenten in der Stadt."]))
    assert is_copy(agency, reference("c", ["(dpa) - Lesen Sie mehr dazu im Abendblatt von heute.", *AGENCY]))
    assert is_copy(reference("d", AGENCY[:3]), agency)
    assert not is_copy(agency, reference("e", OWN))
    assert not is_copy(agency, reference("f", [AGENCY[0], *OWN]))


def test_a_text_of_few_words_is_nobodys_copy() -> None:
    short = reference("a", AGENCY[:1])
    assert not is_copy(short, reference("b", AGENCY[:1]))
    assert reference("c", ["Kurz."]).fingerprint == []


def test_a_sketch_is_small_and_sorted() -> None:
    long = reference("a", [f"Der Sprecher nannte am Abend die Nummer {n} auf der langen Liste." for n in range(80)])
    assert len(long.fingerprint) == SIZE
    assert long.fingerprint == sorted(long.fingerprint)
