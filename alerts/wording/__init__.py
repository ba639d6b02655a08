"""An alert in words, German and English: what a person reads on a phone at three in the morning."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import ModuleType

from alerts.wording import de, en
from tensionwire.contracts.alert import Wording
from tensionwire.contracts.record import ContactRecord, Episode
from tensionwire.contracts.tagged import Participant, Status

LANGUAGES: dict[str, tuple[ModuleType, int]] = {"en": (en, 0), "de": (de, 1)}  # and the place in Policy.names
Names = Mapping[str, tuple[str, str]]
MOST_NAMES = 2  # of one side


def contact_words(
    record: ContactRecord, why: Sequence[str], before: Status | None, names: Names, published: str | None
) -> dict[str, Wording]:
    """A contact's headline and reasons, by language. `published` (ISO) tells whether a date needs its year."""
    found = {}
    for language, (words, place) in LANGUAGES.items():
        one, other = _sides(record.participants, words, place, names)
        status = "withdrawn" if record.withdrawn else record.status
        when = words.when(record.date, published) if record.date else ""
        where = words.where(record.place) if record.place else ""
        headline = words.contact(record.form, status, one, other, when, where)
        found[language] = Wording(headline=_one_line(headline), why=[words.reason(code, before) for code in why])
    return found


def flashpoint_words(episode: Episode, why: Sequence[str], names: Names, quiet: timedelta) -> dict[str, Wording]:
    """A flashpoint's headline and reasons, by language."""
    found = {}
    for language, (words, place) in LANGUAGES.items():
        states = words.joined([_name(code, place, names) for code in episode.countries])
        topic = words.TOPICS.get(episode.topic, episode.topic.replace("-", " ").capitalize())
        reasons = [words.flashpoint_reason(code, quiet.days) for code in why]
        found[language] = Wording(headline=_one_line(words.flashpoint(topic, states)), why=reasons)
    return found


def _sides(participants: Sequence[Participant], words: ModuleType, place: int, names: Names) -> tuple[str, str]:
    sides = list(dict.fromkeys(p.affiliation for p in participants))[:2]
    told = [_side([p for p in participants if p.affiliation == s], words, place, names) for s in sides]
    return (told[0], told[1]) if len(told) == 2 else (told[0] if told else "", "")


def _side(people: Sequence[Participant], words: ModuleType, place: int, names: Names) -> str:
    named = [p.name for p in people if p.name]
    if named:
        more = len(named) > MOST_NAMES
        return str(words.joined([*named[:MOST_NAMES], *([words.OTHERS] if more else [])]))
    state = _name(people[0].affiliation, place, names)
    roles = [p.role for p in people if p.role]
    return str(words.office(roles[0], state)) if roles else state


def _name(code: str, place: int, names: Names) -> str:
    return names[code][place] if code in names else code


def _one_line(text: str) -> str:
    return " ".join(text.split())


def contact_headline(record: ContactRecord, language: str, names: Names) -> str:
    """A record as it stands, as a headline in one language, as its alerts say it."""
    words, place = LANGUAGES[language]
    one, other = _sides(record.participants, words, place, names)
    status = "withdrawn" if record.withdrawn else record.status
    when = words.when(record.date, record.last_seen) if record.date else ""
    where = words.where(record.place) if record.place else ""
    return _one_line(words.contact(record.form, status, one, other, when, where))
