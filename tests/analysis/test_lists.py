"""Who stands in one list of names, and on what a preposition hangs before a name. Events are made up."""

import pytest

from tensionwire.analysis.contacts.candidates import Candidate, scenes
from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.contacts.scoring import with_the_list
from tensionwire.analysis.contacts.views import Seen
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon


def people(text: str, language: str, lexicon: Lexicon) -> tuple[Scene, list[Seen]]:
    """The last sentence that may tell a contact, and the people it names."""
    scene = list(scenes(draft_of(Article(text=text, id="a", published="2025-05-14", language=language), lexicon)))[-1]
    return scene, [scene.seen(m) for m in scene.mentions if m.personal and m.kind != "unsaid"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Wang Yi met Foreign Ministers Abbas Araghchi of Iran, Hakan Fidan of Turkey and Badr Abdelatty of Egypt, "
            "as well as the IAEA director general, Rafael Grossi.",
        ),
        ("en", "Wang Yi met Iranian Foreign Minister Abbas Araghchi, Hakan Fidan, Badr Abdelatty, and Rafael Grossi."),
        ("en", "Wang Yi met his counterparts from Norway, Italy, Oman and Poland."),
        ("de", "Wang Yi traf Außenminister Abbas Araghtschi, Hakan Fidan, Badr Abdelatty sowie Rafael Grossi."),
        ("de", "Wang Yi traf seine Amtskollegen aus Norwegen, Italien, Oman und Polen."),
    ],
)
def test_a_list_begins_with_the_first(language: str, text: str, lexicon: Lexicon) -> None:
    scene, (host, first, *others) = people(text, language, lexicon)
    assert len(others) == 3
    assert {other.list_at for other in others} == {first.list_at}
    assert host.list_at != first.list_at
    # to a word before it, all of them lie as the first one does
    word = scene.worded(scene.words[0])
    ties = [s.tie(scene, word) for s in (first, *others)]
    assert len({tie.far for tie in ties}) == 1
    assert not any(tie.between for tie in ties)


@pytest.mark.parametrize(
    ("text", "kind", "stem"),
    [
        ("Jonas Gahr Støre urged Keir Starmer to keep up the pressure on Alexander Lukashenko.", "ask", "pressur"),
        ("Keir Starmer spoke amid mounting impatience from Donald Trump.", "view", "impatie"),
        ("Keir Starmer held talks in Rome on Monday with Donald Trump.", "contact", "meet"),
        ("Keir Starmer praised Donald Trump.", "", ""),
    ],
)
def test_on_what_a_name_hangs(text: str, kind: str, stem: str, lexicon: Lexicon) -> None:
    _, said = people(text, "en", lexicon)
    assert (said[-1].on.kind, said[-1].on.stem) == (kind, stem)


def test_who_met_a_list_met_everybody_of_it(lexicon: Lexicon) -> None:
    word = ContactWord(8, 11, "meeting", "meet", frozenset({"meeting"}), frozenset({"meet"}), "met")
    host = Mention(0, 7, "CHN", "Wang Yi", "foreign-minister", "name")
    guests = [Mention(at, at + 4, state, state, None, "name") for at, state in ((12, "IRN"), (20, "TUR"), (30, "EGY"))]
    found = [
        (score, Candidate(host, guest, word, False, (0, 12)))
        for score, guest in zip((2.0, -0.4, -3.0), guests, strict=True)
    ]
    raised = [score for score, _ in with_the_list(found)]
    assert raised[0] == 2.0
    assert 0 < raised[1] < 2.0
    assert raised[2] == -3.0  # somebody else, wrongly taken for one of the list
    assert [score for score, _ in with_the_list([(s, c._replace(lists=(12, 12))) for s, c in found])] == [
        2.0,
        -0.4,
        -3.0,
    ]
