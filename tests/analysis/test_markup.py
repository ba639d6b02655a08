"""Markup and odd characters: the same findings as without them, at their places in the text as received."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tensionwire.analysis import analyse
from tensionwire.analysis.markup import read
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.lexicon import Lexicon

STORY = (
    "Außenminister Johann Wadephul ist am Montag in Paris mit seinem Kollegen Jean-Noël Barrot zusammengekommen. Am "
    "Freitag will Bundeskanzler Friedrich Merz nach Warschau reisen und dort Donald Tusk treffen. Die Lage in Taiwan "
    "sei gefährlich, sagte Wadephul & nannte die Manöver eine Eskalation."
)


def tagged(text: str, lexicon: Lexicon) -> TaggedArticle:
    return analyse(Article(text=text, published="2025-06-11", language="de"), lexicon)


def said(found: TaggedArticle) -> list[object]:
    """All but the places."""
    return [
        [(c.form, c.status, c.participants, c.place, c.date, c.headline) for c in found.contacts],
        [(e.kind, e.name, len(e.spans)) for e in found.entities],
        [(f.topic, f.weight) for f in found.flashpoints],
        found.tension.score,
    ]


ODD = {
    "tags": f"<div class='text'><p>{STORY}</p></div>".replace("Paris", "<em>Paris</em>").replace(
        "Johann Wadephul", "<a href='https://example.org/w'>Johann</a> <b>Wadephul</b>"
    ),
    "entities": STORY.replace("&", "&amp;").replace("ß", "&szlig;").replace("ë", "&#235;").replace("h M", "h&nbsp;M"),
    "soft hyphens": STORY.replace("Wadephul", "Wade\u00adphul").replace("Bundeskanzler", "Bundes\u00adkanz\u00adler"),
    "accents apart": unicodedata.normalize("NFD", STORY),
    "blanks of other kinds": STORY.replace("Friedrich Merz", "Friedrich\u00a0Merz").replace(
        "Donald Tusk", "Donald  Tusk"
    ),
    "scripts": f"<script>var a = 'Trump traf Putin';</script><style>p {{}}</style><!-- Xi traf Kim -->{STORY}",
}


@pytest.mark.parametrize("kind", ODD)
def test_markup_says_nothing(kind: str, lexicon: Lexicon) -> None:
    plain, odd = tagged(STORY, lexicon), tagged(ODD[kind], lexicon)
    assert said(odd) == said(plain)
    assert plain.contacts and plain.flashpoints and plain.tension.escalation


@pytest.mark.parametrize("kind", ODD)
def test_findings_stand_where_they_were_received(kind: str, lexicon: Lexicon) -> None:
    plain, odd, text = tagged(STORY, lexicon), tagged(ODD[kind], lexicon), ODD[kind]
    for contact, other in zip(plain.contacts, odd.contacts, strict=True):
        for one, received in zip(contact.evidence, other.evidence, strict=True):
            assert received.quote == one.quote == read(text[received.start : received.end]).text
    for entity, found in zip(plain.entities, odd.entities, strict=True):
        for here, there in zip(entity.spans, found.spans, strict=True):
            assert read(text[there.start : there.end]).text == STORY[here.start : here.end]
    words = [
        [text[s.start : s.end] for s in odd.tension.escalation],
        [text[s.start : s.end] for s in odd.flashpoints[0].spans],
    ]
    assert [[read(word).text for word in found] for found in words] == [
        [STORY[s.start : s.end] for s in plain.tension.escalation],
        [STORY[s.start : s.end] for s in plain.flashpoints[0].spans],
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("one<br/>two", "one\ntwo"),
        ("<td>one</td><td>two</td>", " one  two "),
        ("AT&T & M&S; R&D", "AT&T & M&S; R&D"),
        ("<script>never ends", "<script>never ends"),
        ("<!-- never ends <!-- either", "<!-- never ends <!-- either"),
        ("mail \r\nlines \n", "mail\nlines\n"),
        ("Erdog\u0306an", "Erdoğan"),
    ],
)
def test_reading(source: str, text: str) -> None:
    assert read(source).text == text


def test_headlines_are_read_too(lexicon: Lexicon) -> None:
    article = Article(text=STORY, title="<b>Wadephul</b> trifft&nbsp;Barrot\n", published="2025-06-11")
    assert analyse(article, lexicon).title == "Wadephul trifft Barrot"


PIECES = [
    "<p>",
    "</p>",
    "<br/>",
    "<a href='x'>",
    "</a>",
    "<",
    ">",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "&",
]
PIECES += [
    "&shy;",
    "\u00ad",
    "\u00a0",
    "  ",
    " \r\n",
    "\r",
    "\n",
    "e\u0301",
    "\u0301",
    "Merz ",
    "trifft",
    ";",
    "#",
    "12",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_every_place_is_known(parts: list[str]) -> None:
    source = "".join(parts)
    text, starts, ends = read(source)
    if starts is None or ends is None:
        assert len(text) == len(source)
        return
    assert len(text) == len(starts) == len(ends)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(source) for start, end in zip(starts, ends, strict=True))
    assert all(
        text[at] in (source[start], " ")
        for at, (start, end) in enumerate(zip(starts, ends, strict=True))
        if end == start + 1
    )
