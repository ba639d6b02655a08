"""From labelled articles to samples: the features of every candidate, with whether it is a contact and its status."""

import re
from typing import Any, NamedTuple

from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.features import features
from tensionwire.analysis.contacts.status import cues
from tensionwire.analysis.draft import Draft
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon
from training.gold import Labelled
from training.names import fills, same

ELSEWHERE = 0.4  # weight of a candidate whose contact is told, but in another sentence
TALKS = frozenset({"meeting", "call", "negotiation", "conference"})
BLANKS = re.compile(r"\s+")


class Sample(NamedTuple):
    """A candidate: its features, whether it is a contact, how much it counts; its cues and status where it is one."""

    article: str
    found: list[str]
    contact: bool
    weight: float
    cues: list[str]
    status: str | None


def article_of(row: dict[str, Any]) -> Article:
    """The article of a labelled row."""
    published = str(row["published"]) if row.get("published") else None
    return Article(
        text=row["text"], id=row["id"], title=row.get("title"), published=published, language=row.get("language")
    )


def samples(labelled: Labelled, lexicon: Lexicon) -> list[Sample]:
    """All candidates of an article."""
    row, labels = labelled
    draft = draft_of(article_of(row), lexicon)
    found = []
    contacts = list(labels.get("contacts") or [])
    homes = [(person["name"], person["country"].removeprefix("org:")) for person in labels.get("people") or []]
    where = [_sentence(draft, c.get("quote") or "") for c in contacts]
    for scene in scenes(draft):
        for candidate in candidates(scene):
            fitting = [
                (0 if not c.get("quote") else abs((w if w is not None else -9) - scene.sentence.place), c)
                for w, c in zip(where, contacts, strict=True)
                if _fits(c, candidate)
            ]
            if not fitting and any(_party(c, candidate) or _by_states(c, candidate, homes) for c in contacts):
                continue  # two of a company, or the states of named officials: neither wanted nor punished
            best = min(fitting, key=lambda f: f[0]) if fitting else None
            here = best is not None and (best[0] == 0 or not best[1].get("quote"))
            weight = 1.0
            if best is not None:
                weight = 1.0 if here else ELSEWHERE
                if best[1].get("optional"):
                    weight *= 0.5
            if (best is not None and not here and candidate.one.kind == "unsaid") or (
                candidate.other.kind == "unsaid" and not here and best
            ):
                continue
            found.append(
                Sample(
                    row["id"],
                    features(scene, candidate),
                    best is not None,
                    weight,
                    cues(scene, candidate) if here and best else [],
                    best[1]["status"] if here and best else None,
                )
            )
    return found


def _sentence(draft: Draft, quote: str) -> int | None:
    text = BLANKS.sub(" ", quote.strip())[:50]
    if not text:
        return None
    for sentence in draft.sentences:
        said = BLANKS.sub(" ", draft.text[sentence.start : sentence.end])
        if text in said or (len(said) > 20 and text.startswith(said[:40])):
            return sentence.place
    return None


def _fits(contact: dict[str, Any], candidate: Candidate) -> bool:
    if (contact["form"] == "visit") != candidate.journey:
        return False
    one, two = contact["sides"]
    a, b = candidate.one, candidate.other
    return (fills(one, a) and fills(two, b)) or (fills(one, b) and fills(two, a))


def _party(contact: dict[str, Any], candidate: Candidate) -> bool:
    parties = contact.get("parties") or []
    return not candidate.journey and fills(parties, candidate.one) and fills(parties, candidate.other)


def _by_states(contact: dict[str, Any], candidate: Candidate, homes: list[tuple[str, str]]) -> bool:
    """True where unnamed sides are of the states whose officials a label names: the same contact, less exactly."""
    if candidate.journey or (candidate.one.name and candidate.other.name):
        return False
    one, two = ({state for filler in side for state in _states(filler, homes)} for side in contact["sides"])
    a, b = candidate.one.affiliation, candidate.other.affiliation
    return (a in one and b in two) or (b in one and a in two)


def _states(filler: str, homes: list[tuple[str, str]]) -> list[str]:
    kind, _, value = filler.partition(":")
    if kind in ("country", "org") and value:
        return [value]
    return [country for name, country in homes if same(filler, name)]
