"""An alert as plain text for people. What stands in it came from strangers: control characters never get through."""

import unicodedata
from datetime import datetime

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
WHY = {"en": "Why", "de": "Warum"}
MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "de": "Jan. Feb. März April Mai Juni Juli Aug. Sep. Okt. Nov. Dez.".split(),
}
LONGEST_QUOTE = 280  # characters


def safe(text: str) -> str:
    """One line without control, bidirectional or other invisible characters, which could forge a message."""
    kept = (
        "" if unicodedata.category(c) in ("Cf", "Co", "Cs") else " " if unicodedata.category(c)[0] in "CZ" else c
        for c in text
    )
    return " ".join("".join(kept).split())


def badge(alert: Alert, language: str) -> str:
    """`NEW · planned · high`"""
    parts = [KINDS[language][alert.kind]]
    parts += [STATUS[language][alert.status]] if alert.status else []
    return " · ".join([*parts, SEVERITY[language][alert.severity]])


def lines(alert: Alert, language: str = "en") -> list[str]:
    """The alert in a few lines: badge and headline, the quote with its source, the link, why it came."""
    words = alert.text.get(language) or next(iter(alert.text.values()), None)
    told = [f"{badge(alert, language):<26} {safe(words.headline) if words else safe(alert.subject)}"]
    if alert.evidence:
        first = alert.evidence[0]
        quote = safe(first.quote)
        quote = quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rstrip() + "…"
        origin = ", ".join(part for part in (safe(first.source or ""), moment(first.published, language)) if part)
        told.append((f"„{quote}“" if language == "de" else f'"{quote}"') + (f" ({origin})" if origin else ""))
        if first.url and first.url.startswith(("https://", "http://")):
            told.append(safe(first.url))
    one, many = SOURCES[language]
    counted = (one if alert.source_count == 1 else many).format(n=alert.source_count)
    sources = safe(words.sources) if words and words.sources else counted
    why = "; ".join(safe(w) for w in words.why) if words else ""
    told.append(f"{sources}. {WHY[language]}: {why}." if why else f"{sources}.")
    return told


def moment(published: str | None, language: str) -> str:
    """`12 Jul 2023, 08:40 UTC`; midnight sharp is a bare date."""
    if not published:
        return ""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return ""
    month = MONTHS[language][found.month - 1]
    day = f"{found.day}. {month} {found.year}" if language == "de" else f"{found.day} {month} {found.year}"
    return day if (found.hour, found.minute) == (0, 0) else f"{day}, {found:%H:%M} UTC"
