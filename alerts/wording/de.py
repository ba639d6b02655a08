"""German words."""

from collections.abc import Sequence
from datetime import date

from tensionwire.contracts.tagged import DateWindow, Status

OTHERS = "andere"
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


def reason(code: str, before: Status | None) -> str:
    """Why a contact alerts."""
    if code == "first-report":
        return "erster Bericht über diesen Kontakt"
    if code == "correction":
        return "der Artikel wurde berichtigt"
    after = code.rsplit(":", 1)[-1]
    return f"war {STATUS[before] if before else 'unbekannt'}, ist jetzt {STATUS[after]}"  # type: ignore[index]


def flashpoint_reason(code: str, quiet_days: int) -> str:
    """Why a flashpoint alerts."""
    if code == "first-time":
        return "erster Artikel zu diesem Thema für diese Länder"
    return f"zuvor mehr als {quiet_days} Tage Ruhe"


def office(role: str, state: str) -> str:
    """Somebody known by office alone."""
    return f"{ROLES.get(role, 'Amtsträger')} ({state})"


def joined(names: Sequence[str]) -> str:
    """`A, B und C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} und {names[-1]}" if names else ""


def where(place: str) -> str:
    """A place, with a blank before it."""
    return f" in {place}"


def when(window: DateWindow, published: str | None) -> str:
    """A date spelled out, with a blank before it; the year only where it is not the report's."""
    start = date.fromisoformat(window.start)
    year = "" if published and published[:4] == window.start[:4] else f" {start.year}"
    if window.precision == "year":
        return f" im Jahr {start.year}"
    if window.precision == "month":
        return f" im {MONTHS[start.month - 1]}{year}"
    if window.end and window.end != window.start:
        end = date.fromisoformat(window.end)
        return f" zwischen {start.day}. {MONTHS[start.month - 1]} und {end.day}. {MONTHS[end.month - 1]}{year}"
    return f" am {DAYS[start.weekday()]}, {start.day}. {MONTHS[start.month - 1]}{year}"
