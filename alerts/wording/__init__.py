"""An alert in words, German and English: what a person reads on a phone at three in the morning."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from types import ModuleType

from alerts.flashpoints.surge import Surge
from alerts.life.reports import time_of
from alerts.wording import de, en
from tensionwire.contracts.alert import Wording
from tensionwire.contracts.record import ContactRecord, Episode, RecordSighting
from tensionwire.contracts.tagged import DateWindow, Participant

LANGUAGES: dict[str, tuple[ModuleType, int]] = {"en": (en, 0), "de": (de, 1)}  # and the place in Policy.names
Names = Mapping[str, tuple[str, str]]
MOST_NAMES = 2  # of one side
MOST_SIDES = 3
LONGEST_SHORT = 3  # letters of an abbreviation, which stays in capitals


def contact_words(
    record: ContactRecord,
    why: Sequence[str],
    reasons: Sequence[str],
    before: ContactRecord | None,
    met: date | None,
    names: Names,
    report: RecordSighting,
) -> dict[str, Wording]:
    """A contact's headline, reasons and sources, by language. Dates need their year where it is not the report's."""
    found = {}
    published = time_of(report)
    for language, (words, place) in LANGUAGES.items():
        one, other = _sides(record, words, place, names)
        status = "withdrawn" if record.withdrawn else record.status
        headline = words.contact(
            record.form, status, one, other, _when(record.date, words, published), _where(record.place, words)
        )
        told = [_why(code, words, before, published) for code in why]
        told += _reasons(reasons, words, met, published)
        if len(told) > 1 and why == ["first-report"]:
            told = told[1:]  # NEW says it; what makes it matter says more
        found[language] = Wording(headline=_one_line(headline), why=told, sources=_sources(record, words))
    return found


def flashpoint_words(
    episode: Episode, why: str, surge: Surge | None, names: Names, quiet: timedelta
) -> dict[str, Wording]:
    """A flashpoint's headline and reasons, by language."""
    found = {}
    for language, (words, place) in LANGUAGES.items():
        states = words.joined([_name(code, place, names) for code in episode.countries])
        topic = _topic(episode.topic, words)
        headline = words.surge(topic, states) if surge else words.flashpoint(topic, states)
        reason = words.surge_reason(surge.articles, surge.mean) if surge else words.flashpoint_reason(why, quiet.days)
        found[language] = Wording(headline=_one_line(headline), why=[reason])
    return found


def _why(code: str, words: ModuleType, before: ContactRecord | None, published: str | None) -> str:
    """Why it alerts, in words."""
    kind, _, rest = code.partition(":")
    if kind == "status":
        old, _, new = rest.partition(":")
        return str(words.REANNOUNCED if old == "cancelled" and new != "held" else words.status(old, new))
    if kind == "rank":
        return str(words.rank(rest))
    if code == "date:moved" and before and before.date:
        return str(words.moved(_when(before.date, words, published).strip()))
    if code == "place:moved" and before and before.place:
        return str(words.moved(_where(before.place, words).strip()))
    return str(words.WHY[code])


def _reasons(codes: Sequence[str], words: ModuleType, met: date | None, published: str | None) -> list[str]:
    """What makes it matter, in words, without what the headline shows already."""
    said = [code.partition(":")[::2] for code in codes]
    told = []
    if met is not None and any(kind == "first-meeting-in-days" for kind, _ in said):
        told.append(words.since(words.when(DateWindow(start=met.isoformat()), published, weekday=False)))
    if topics := [_topic(topic, words) for kind, topic in said if kind == "flashpoint"]:
        told.append(words.agenda(topics))
    told += [words.TENSE if float(score) > 0 else words.EASING for kind, score in said if kind == "tension"]
    return told


def _sources(record: ContactRecord, words: ModuleType) -> str:
    """`2 sources in 25 minutes`; the span only where the times are known to the minute and it is short."""
    number = max(1, len(record.sources))
    times = [
        datetime.fromisoformat(s.article.published)
        for s in record.sightings
        if s.article.published and s.article.published_precision in ("second", "minute")
    ]
    minutes = round((max(times) - min(times)).total_seconds() / 60) if len(times) > 1 else 0
    return str(words.sources(number, minutes if number > 1 and 0 < minutes <= 48 * 60 else None))


def _sides(record: ContactRecord, words: ModuleType, place: int, names: Names) -> tuple[str, str]:
    people = record.participants
    sides = list(dict.fromkeys(p.affiliation for p in people))[:MOST_SIDES]
    told = [_side([p for p in people if p.affiliation == s], words, place, names) for s in sides]
    if len(told) < 2:
        return (told[0] if told else "", "")
    if record.form == "visit":
        guests = told[:-1] if len(told) == 2 else [t for t, s in zip(told, sides, strict=True) if s != sides[1]]
        return words.joined(guests), _name(sides[1], place, names)
    return ", ".join(told[:-1]), told[-1]


def _side(people: Sequence[Participant], words: ModuleType, place: int, names: Names) -> str:
    named = [p.name for p in people if p.name]
    if named:
        company = [*named[1:MOST_NAMES], *([words.OTHERS] if len(named) > MOST_NAMES else [])]
        return f"{named[0]} {words.WITH} {words.joined(company)}" if company else named[0]
    state = _name(people[0].affiliation, place, names)
    roles = [p.role for p in people if p.role]
    return str(words.office(roles[0], state)) if roles else state


def _name(code: str, place: int, names: Names) -> str:
    return names[code][place] if code in names else code


def _topic(topic: str, words: ModuleType) -> str:
    return str(words.TOPICS.get(topic, topic.replace("-", " ").capitalize()))


def _when(window: DateWindow | None, words: ModuleType, published: str | None) -> str:
    return str(words.when(window, published)) if window else ""


def _where(place: str | None, words: ModuleType) -> str:
    if not place:
        return ""
    # a dateline shouts
    return str(words.where(place.title() if place.isupper() and len(place) > LONGEST_SHORT else place))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def contact_headline(record: ContactRecord, language: str, names: Names) -> str:
    """A record as it stands, as a headline in one language, as its alerts say it."""
    words, place = LANGUAGES[language]
    one, other = _sides(record, words, place, names)
    status = "withdrawn" if record.withdrawn else record.status
    when, where = _when(record.date, words, record.last_seen), _where(record.place, words)
    return _one_line(words.contact(record.form, status, one, other, when, where))
