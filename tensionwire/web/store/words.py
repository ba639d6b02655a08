"""What a search finds an alert or a record by: its words in both languages, names of states spelled out."""

from collections.abc import Iterable, Mapping

from tensionwire.contracts.alert import Alert
from tensionwire.contracts.record import ContactRecord, Episode, Record
from tensionwire.contracts.tagged import Participant

Names = Mapping[str, tuple[str, str]]
LIMIT = 4000  # code points


def of_alert(alert: Alert, names: Names) -> str:
    """The words of an alert."""
    told = [w.headline for w in alert.text.values()]
    told += [part for e in alert.evidence for part in (e.quote, e.title or "", e.source or "")]
    told += [
        alert.topic or "",
        alert.place or "",
        *_people(alert.participants, names),
        *_states(alert.countries, names),
    ]
    return " ".join(filter(None, told))[:LIMIT]


def of_record(record: Record, names: Names) -> str:
    """The words of a record."""
    if isinstance(record, Episode):
        titles = [a.title or "" for a in record.articles[-20:]]
        return " ".join([record.topic, *_states(record.countries, names), *titles])[:LIMIT]
    told = [record.place or "", *_people(record.participants, names), *_states(record.subject.split("-"), names)]
    told += [part for s in record.sightings[-20:] for part in (s.article.title or "", s.article.source or "")]
    return " ".join(filter(None, told))[:LIMIT]


def shown(record: Record) -> bool:
    """True where a record belongs in lists: background, further dyads and aliases only link."""
    if not isinstance(record, ContactRecord):
        return True
    return record.lead and not (record.background or record.withdrawn or record.alias_of)


def _people(people: Iterable[Participant], names: Names) -> list[str]:
    return [f"{p.name or ''} {' '.join(names.get(p.affiliation, (p.affiliation,)))}" for p in people]


def _states(codes: Iterable[str], names: Names) -> list[str]:
    return [" ".join((code, *names.get(code, ()))) for code in codes]


def match(query: str) -> str:
    """A search as people type it, for FTS5: every word must begin a word of the text. Empty where no word is left."""
    words = ["".join(c for c in word if c.isalnum()) for word in query.replace("-", " ").split()]
    return " ".join(f'"{word}"*' for word in words[:8] if word)
