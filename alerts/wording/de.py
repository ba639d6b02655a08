"""German words."""

from collections.abc import Sequence
from datetime import date

from tensionwire.contracts.tagged import DateWindow, Status

OTHERS, WITH = "anderen", "mit"
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()

CONTACT = {
    ("meeting", "planned"): "{a} und {b} wollen sich{when}{where} treffen",
    ("meeting", "held"): "{a} und {b} haben sich{when}{where} getroffen",
    ("meeting", "possible"): "Treffen von {a} und {b}{when}{where} möglich",
    ("meeting", "cancelled"): "Kein Treffen von {a} und {b}{when}{where}: verweigert oder abgesagt",
    ("visit", "planned"): "Reise geplant{when}: {a} nach {b}",
    ("visit", "held"): "Reise{when}: {a} in {b}",
    ("visit", "possible"): "Reise möglich{when}: {a} nach {b}",
    ("visit", "cancelled"): "Keine Reise{when}: {a} nach {b}, verweigert oder abgesagt",
    ("call", "planned"): "{a} und {b} wollen{when} telefonieren",
    ("call", "held"): "{a} und {b} haben{when} telefoniert",
    ("call", "possible"): "Telefonat von {a} und {b}{when} möglich",
    ("call", "cancelled"): "Kein Telefonat von {a} und {b}{when}: verweigert oder abgesagt",
    ("negotiation", "planned"): "{a} und {b} wollen{when}{where} verhandeln",
    ("negotiation", "held"): "{a} und {b} haben{when}{where} verhandelt",
    ("negotiation", "possible"): "Verhandlungen von {a} und {b}{when}{where} möglich",
    ("negotiation", "cancelled"): "Keine Verhandlungen von {a} und {b}{when}{where}: verweigert oder abgesagt",
    ("conference", "planned"): "Gipfel von {a} und {b}{when}{where} geplant",
    ("conference", "held"): "Gipfel von {a} und {b}{when}{where}",
    ("conference", "possible"): "Gipfel von {a} und {b}{when}{where} möglich",
    ("conference", "cancelled"): "Kein Gipfel von {a} und {b}{when}{where}: verweigert oder abgesagt",
}
WITHDRAWN = "Zurückgezogen: der Artikel über {a} und {b} berichtet nicht mehr davon"
STATUS: dict[Status, str] = {"held": "erfolgt", "planned": "geplant", "possible": "möglich", "cancelled": "abgesagt"}
ROLES = {
    "head-of-state": "Staatschef",
    "head-of-government": "Regierungschef",
    "foreign-minister": "Außenminister",
    "defence-minister": "Verteidigungsminister",
    "finance-minister": "Finanzminister",
    "interior-minister": "Innenminister",
    "other-minister": "Minister",
    "deputy-minister": "Vizeminister",
    "top-diplomat": "Spitzendiplomat",
    "special-envoy": "Sondergesandter",
    "ambassador": "Botschafter",
    "national-security-adviser": "Sicherheitsberater",
    "spokesperson": "Sprecher",
    "military-chief": "Militärchef",
    "parliament-president": "Parlamentspräsident",
    "party-leader": "Parteichef",
    "party-secretary": "Parteisekretär",
    "org-head": "Leitung",
    "negotiator": "Unterhändler",
    "monarch": "Monarch",
}
TOPICS = {
    "taiwan": "Taiwan",
    "fentanyl": "Fentanyl",
    "russia": "Russland",
    "ukraine": "Ukraine",
    "iran": "Iran",
    "syria": "Syrien",
    "south-china-sea": "Südchinesisches Meer",
    "north-korea": "Nordkorea",
    "israel-palestine": "Israel und Palästina",
    "trade-conflict": "Handelskonflikt",
    "sanctions": "Sanktionen",
    "cyber": "Cyberangriffe",
    "climate": "Klima",
    "human-rights": "Menschenrechte",
    "terrorism": "Terrorismus",
    "nuclear": "Atomfragen",
    "kashmir": "Kaschmir",
    "military-communication": "Militärische Kommunikation",
    "nagorno-karabakh": "Bergkarabach",
    "red-sea": "Rotes Meer",
    "eastern-congo": "Ostkongo",
}


def contact(form: str, status: str, a: str, b: str, when: str, where: str) -> str:
    """The headline of a contact."""
    return (WITHDRAWN if status == "withdrawn" else CONTACT[form, status]).format(a=a, b=b, when=when, where=where)


def flashpoint(topic: str, states: str) -> str:
    """The headline of a flashpoint."""
    return f"{topic}: neue Bewegung" + (f" ({states})" if states else "")


def surge(topic: str, states: str) -> str:
    """The headline of a surge."""
    return f"{topic}: weit mehr Berichte als sonst" + (f" ({states})" if states else "")


WHY = {
    "first-report": "erster Bericht über diesen Kontakt",
    "correction": "der Artikel wurde berichtigt",
    "date:known": "der Termin ist jetzt bekannt",
    "date:moved": "der Termin wurde verlegt",
    "place:known": "der Ort ist jetzt bekannt",
    "place:moved": "der Ort wurde verlegt",
}
REANNOUNCED = "nach der Absage erneut angekündigt"
TENSE, EASING = "angespannter Ton", "versöhnlicher Ton"


def status(before: str, after: str) -> str:
    """A state that moved."""
    return f"war {STATUS[before]}, ist jetzt {STATUS[after]}"  # type: ignore[index]


def rank(role: str) -> str:
    """A higher-ranking participant."""
    return f"nun nimmt ein höherer Rang teil: {ROLES.get(role, 'Amtsträger')}"


def moved(before: str) -> str:
    """A date or place that moved."""
    return f"verlegt, war {before} geplant"


def since(when: str) -> str:
    """The last meeting before."""
    return f"erstes Treffen der beiden seit dem{when.removeprefix(' am')}"


def agenda(topics: Sequence[str]) -> str:
    """The flashpoints that the article is about."""
    return f"{'Thema' if len(topics) == 1 else 'Themen'}: {', '.join(topics)}"


def sources(number: int, minutes: int | None) -> str:
    """How many tell it, and within how long."""
    told = f"{number} Quelle" + ("" if number == 1 else "n")
    if minutes is None:
        return told
    return f"{told} binnen {minutes} Minuten" if minutes < 120 else f"{told} binnen {round(minutes / 60)} Stunden"


def flashpoint_reason(code: str, quiet_days: int) -> str:
    """Why a flashpoint alerts."""
    if code == "first-time":
        return "erster Artikel zu diesem Thema für diese Länder"
    return f"zuvor mehr als {quiet_days} Tage Ruhe"


def surge_reason(articles: int, mean: float) -> str:
    """Why a surge alerts."""
    return f"heute {articles} Artikel; üblich sind {mean:.1f} am Tag".replace(".", ",")


def office(role: str, state: str) -> str:
    """Somebody known by office alone."""
    return f"{ROLES.get(role, 'Amtsträger')} ({state})"


def joined(names: Sequence[str]) -> str:
    """`A, B und C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} und {names[-1]}" if names else ""


# Häuser, die einen Artikel wollen.
HOUSES = {
    "white house": "im Weißen Haus",
    "weißes haus": "im Weißen Haus",
    "oval office": "im Oval Office",
    "pentagon": "im Pentagon",
    "state department": "im US-Außenministerium",
    "kremlin": "im Kreml",
    "kreml": "im Kreml",
    "elysee": "im Élysée",
    "élysée": "im Élysée",
    "great hall of the people": "in der Großen Halle des Volkes",
}


def where(place: str) -> str:
    """A place, with a blank before it."""
    return f" {HOUSES.get(place.lower(), f'in {place}')}"


def when(window: DateWindow, published: str | None, weekday: bool = True) -> str:
    """A date spelled out, with a blank before it; the year only where it is not the report's."""
    start = date.fromisoformat(window.start)
    year = "" if published and published[:4] == window.start[:4] else f" {start.year}"
    day = f"{start.day}. {MONTHS[start.month - 1]}"
    if window.precision == "year":
        return f" im Jahr {start.year}"
    if window.precision == "month":
        return f" im {MONTHS[start.month - 1]}{year}"
    if window.precision == "weekend":
        return f" am Wochenende des {day}{year}"
    if window.precision == "week":
        return f" in der Woche vom {day}{year}"
    if window.end and window.end != window.start:
        end = date.fromisoformat(window.end)
        return f" zwischen {day} und {end.day}. {MONTHS[end.month - 1]}{year}"
    return f" am {DAYS[start.weekday()]}, {day}{year}" if weekday else f" am {day}{year}"
