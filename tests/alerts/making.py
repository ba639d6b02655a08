"""Sightings for tests."""

from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import (
    Contact,
    DateWindow,
    Evidence,
    FlashpointMention,
    Form,
    Participant,
    Plover,
    Status,
)

BLINKEN = Participant(affiliation="USA", name="Antony Blinken", role="foreign-minister")
WANG = Participant(affiliation="CHN", name="Wang Yi", role="top-diplomat")
CHINA = Participant(affiliation="CHN")


def article(id_: str, published: str = "2023-07-12", version: int = 0, source: str | None = None) -> ArticleRef:
    """An article of that day."""
    at = f"{published}T00:00:00+00:00"
    return ArticleRef(
        id=id_, rank=(version, "", at), language="de", published=at, arrived=at, source=source or id_, digest=id_
    )


def contact(
    by: ArticleRef,
    *,
    status: Status = "planned",
    form: Form = "meeting",
    day: str | None = "2023-07-13",
    sides: tuple[Participant, ...] = (BLINKEN, WANG),
    background: bool = False,
    lead: bool = True,
    number: int = 0,
) -> Sighting:
    """A sighting of a contact told by an article."""
    found = Contact(
        id=stable_id(by.id, by.rank[0], form, number),
        participants=list(sides),
        form=form,
        status=status,
        date=DateWindow(start=day) if day else None,
        headline=not background,
        background=background,
        plover=Plover("CONSULT"),
        cameo="040",
        confidence=0.8,
        evidence=[Evidence(0, 5, "Quote")],
    )
    return Sighting(
        id=stable_id("s", found.id),
        subject="CHN-USA",
        kind="contact",
        article=by,
        lead=lead,
        contact=found,
        countries=["CHN", "USA"],
    )


def withdrawal(by: ArticleRef) -> Sighting:
    """The sweep of a corrected article."""
    return Sighting(id=stable_id("w", by.id), subject="CHN-USA", kind="withdrawn", article=by)


def flashpoint(by: ArticleRef, weight: float = 0.8, countries: tuple[str, ...] = ("CHN", "TWN")) -> Sighting:
    """A sighting of Taiwan as a topic."""
    return Sighting(
        id=stable_id("f", by.id),
        subject="flashpoint:taiwan",
        kind="flashpoint",
        article=by,
        flashpoint=FlashpointMention(topic="taiwan", weight=weight),
        countries=list(countries),
        quote="Title",
    )
