"""Texts with findings marked: nothing is lost, whatever the spans are."""

from hypothesis import given
from hypothesis import strategies as st

from tensionwire.contracts.tagged import Entity, FlashpointMention, Span, TaggedArticle, Tension
from tensionwire.web.marks import ORDER, Piece, pieces

spans = st.lists(st.builds(Span, st.integers(-5, 60), st.integers(-5, 60)), max_size=6)


@given(st.text(max_size=50), spans, spans, spans, spans)
def test_the_pieces_are_the_text(
    text: str, one: list[Span], two: list[Span], three: list[Span], four: list[Span]
) -> None:
    article = TaggedArticle(
        id="a",
        digest="",
        language="de",
        entities=[Entity(kind="person", name="x", spans=one), Entity(kind="country", name="y", spans=two)],
        flashpoints=[FlashpointMention(topic="taiwan", weight=1, spans=three)],
        tension=Tension(escalation=four, easing=one),
    )
    found = pieces(text, article)
    assert "".join(p.text for p in found) == text
    place = 0
    for piece in found:
        inside = {
            k
            for k, all_ in (("person", one), ("country", two), ("topic", three))
            for s in all_
            if s.start <= place < s.end
        }
        assert {k for k in piece.kinds if k in ("person", "country", "topic")} == inside
        assert list(piece.kinds) == sorted(piece.kinds, key=ORDER.index)
        place += len(piece.text)


def test_a_name_in_a_sentence_is_both() -> None:
    article = TaggedArticle(
        id="a",
        digest="",
        language="de",
        entities=[Entity(kind="person", name="Wang Yi", spans=[Span(0, 7)])],
        flashpoints=[FlashpointMention(topic="taiwan", weight=1, spans=[Span(4, 20)])],
    )
    assert pieces("Wang Yi in Taiwan.", article) == [
        Piece("Wang", ("person",)),
        Piece(" Yi", ("person", "topic")),
        Piece(" in Taiwan.", ("topic",)),
    ]
