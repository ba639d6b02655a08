"""An alert as plain text for people, in the reader's language and time."""

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from consumers.words.safe import Link, Ours, link, safe
from tensionwire.contracts.alert import Alert

KINDS = {
    "en": {
        "contact.new": "NEW",
        "contact.changed": "CHANGED",
        "flashpoint.new": "FLASHPOINT",
        "flashpoint.surge": "SURGE",
    },
    "de": {
        "contact.new": "NEU",
        "contact.changed": "GEÄNDERT",
        "flashpoint.new": "BRENNPUNKT",
        "flashpoint.surge": "ANSTIEG",
    },
}
STATUS = {
    "en": {"held": "held", "planned": "planned", "possible": "possible", "cancelled": "called off"},
    "de": {"held": "erfolgt", "planned": "geplant", "possible": "möglich", "cancelled": "abgesagt"},
}
SEVERITY = {
    "en": {"low": "low", "medium": "medium", "high": "high", "critical": "critical"},
    "de": {"low": "gering", "medium": "mittel", "high": "hoch", "critical": "kritisch"},
}
SOURCES = {"en": ("{n} source", "{n} sources"), "de": ("{n} Quelle", "{n} Quellen")}
WORDS = {
    "en": {
        "why": "Why",
        "follows": "Follows alert",
        "alerts": "alerts",
        "more": "more",
        "test": "TEST. This is no alert: somebody tries whether alerts arrive here.",
        "operators": "Tensionwire",
    },
    "de": {
        "why": "Warum",
        "follows": "Folgt auf Meldung",
        "alerts": "Meldungen",
        "more": "weitere",
        "test": "TEST. Dies ist keine Meldung: jemand prüft, ob Meldungen hier ankommen.",
        "operators": "Tensionwire",
    },
}
MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "de": "Jan. Feb. März April Mai Juni Juli Aug. Sep. Okt. Nov. Dez.".split(),
}
LONGEST_QUOTE = 280  # characters
LONGEST_HEADLINE = 300
BADGE_WIDTH = 26


class Shown(NamedTuple):
    """An alert as its parts in words: what templates are given. Empty where there is nothing to say.

    All but `badge`, `column` and `link` may hold a stranger's words.
    """

    id: str
    kind: str
    severity: str
    badge: Ours
    column: Ours
    headline: str
    quote: str
    origin: str
    link: Link | None
    sources: str
    why: str
    follows: str
    record: str
    subject: str


def show(alert: Alert, language: str = "en", zone: str = "UTC") -> Shown:
    """The parts of an alert in a reader's language (`en`, `de`) and time zone (IANA name)."""
    words = alert.text.get(language) or next(iter(alert.text.values()), None)
    first = alert.evidence[0] if alert.evidence else None
    one, many = SOURCES[language]
    counted = (one if alert.source_count == 1 else many).format(n=alert.source_count)
    marked = badge(alert, language)
    return Shown(
        id=alert.id,
        kind=alert.kind,
        severity=alert.severity,
        badge=Ours(marked),
        column=Ours(f"{marked:<{BADGE_WIDTH}}"),
        headline=_cut(words.headline if words else alert.subject, LONGEST_HEADLINE),
        quote=_quoted(_cut(first.quote, LONGEST_QUOTE), language) if first else "",
        origin=", ".join(p for p in (first.source or "", moment(first.published, language, zone)) if p)
        if first
        else "",
        link=link(first.url) if first else None,
        sources=Ours(safe(words.sources) if words and words.sources else counted),
        why="; ".join(words.why) if words else "",
        follows=alert.follows or "",
        record=alert.record,
        subject=alert.subject,
    )


def lines(alert: Alert, language: str = "en", zone: str = "UTC") -> list[str]:
    """The alert in a few lines: badge and headline, the quote with its source, the link, why it came."""
    shown = show(alert, language, zone)
    told = [f"{shown.column} {safe(shown.headline)}"]
    if shown.quote:
        origin = safe(shown.origin)
        told.append(safe(shown.quote) + (f" ({origin})" if origin else ""))
    if shown.link:
        told.append(shown.link)
    why, sources = safe(shown.why), safe(shown.sources)
    told.append(f"{sources}. {WORDS[language]['why']}: {why}." if why else f"{sources}.")
    if shown.follows:
        told.append(f"{WORDS[language]['follows']} {safe(shown.follows)}.")
    return told


def badge(alert: Alert, language: str) -> str:
    """`NEW · planned · high`"""
    parts = [KINDS[language].get(alert.kind, alert.kind)]
    parts += [STATUS[language][alert.status]] if alert.status else []
    return " · ".join([*parts, SEVERITY[language][alert.severity]])


def moment(published: str | None, language: str, zone: str = "UTC") -> str:
    """`12 Jul 2023, 08:40 UTC`; midnight sharp in UTC is a bare date; empty for what is no time."""
    try:
        found = datetime.fromisoformat(published or "")
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        bare = (found.hour, found.minute) == (0, 0)
        found = found if bare else found.astimezone(ZoneInfo(zone))
    except (ValueError, OverflowError, KeyError):
        return ""
    month = MONTHS[language][found.month - 1]
    day = f"{found.day}. {month} {found.year}" if language == "de" else f"{found.day} {month} {found.year}"
    return day if bare else f"{day}, {found:%H:%M %Z}"


def _quoted(quote: str, language: str) -> str:
    return f"„{quote}“" if language == "de" else f'"{quote}"'


def _cut(text: str, longest: int) -> str:
    text = safe(text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
