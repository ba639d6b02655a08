"""English words."""

from collections.abc import Sequence
from datetime import date

from tensionwire.contracts.tagged import DateWindow, Status

OTHERS, WITH = "others", "with"
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

CONTACT = {
    ("meeting", "planned"): "{a} and {b} to meet{where}{when}",
    ("meeting", "held"): "{a} and {b} met{where}{when}",
    ("meeting", "possible"): "{a} and {b} may meet{where}{when}",
    ("meeting", "cancelled"): "No meeting of {a} and {b}{where}{when}: refused or called off",
    ("visit", "planned"): "{a} to visit {b}{when}",
    ("visit", "held"): "Visit{when}: {a} in {b}",
    ("visit", "possible"): "{a} may visit {b}{when}",
    ("visit", "cancelled"): "{a} not to visit {b}{when}: refused or called off",
    ("call", "planned"): "{a} and {b} to speak by phone{when}",
    ("call", "held"): "{a} and {b} spoke by phone{when}",
    ("call", "possible"): "{a} and {b} may speak by phone{when}",
    ("call", "cancelled"): "No phone call of {a} and {b}{when}: refused or called off",
    ("negotiation", "planned"): "{a} and {b} to negotiate{where}{when}",
    ("negotiation", "held"): "{a} and {b} negotiated{where}{when}",
    ("negotiation", "possible"): "{a} and {b} may negotiate{where}{when}",
    ("negotiation", "cancelled"): "No negotiations of {a} and {b}{where}{when}: refused or called off",
    ("conference", "planned"): "{a} and {b} to meet at a summit{where}{when}",
    ("conference", "held"): "{a} and {b} at a summit{where}{when}",
    ("conference", "possible"): "Summit of {a} and {b} possible{where}{when}",
    ("conference", "cancelled"): "No summit of {a} and {b}{where}{when}: refused or called off",
}
WITHDRAWN = "Withdrawn: the article that told of {a} and {b} tells it no more"
STATUS: dict[Status, str] = {"held": "held", "planned": "planned", "possible": "possible", "cancelled": "called off"}
ROLES = {
    "head-of-state": "president",
    "head-of-government": "head of government",
    "foreign-minister": "foreign minister",
    "defence-minister": "defence minister",
    "finance-minister": "finance minister",
    "interior-minister": "interior minister",
    "other-minister": "minister",
    "deputy-minister": "deputy minister",
    "top-diplomat": "top diplomat",
    "special-envoy": "special envoy",
    "ambassador": "ambassador",
    "national-security-adviser": "security adviser",
    "spokesperson": "spokesperson",
    "military-chief": "military chief",
    "parliament-president": "speaker of parliament",
    "party-leader": "party leader",
    "party-secretary": "party secretary",
    "org-head": "head",
    "negotiator": "negotiator",
    "monarch": "monarch",
}
TOPICS = {
    "taiwan": "Taiwan",
    "fentanyl": "Fentanyl",
    "russia": "Russia",
    "ukraine": "Ukraine",
    "iran": "Iran",
    "syria": "Syria",
    "south-china-sea": "South China Sea",
    "north-korea": "North Korea",
    "israel-palestine": "Israel and Palestine",
    "trade-conflict": "Trade conflict",
    "human-rights": "Human rights",
    "military-communication": "Military communication",
    "nagorno-karabakh": "Nagorno-Karabakh",
    "eastern-congo": "Eastern Congo",
    "red-sea": "Red Sea",
}


def contact(form: str, status: str, a: str, b: str, when: str, where: str) -> str:
    """The headline of a contact."""
    return (WITHDRAWN if status == "withdrawn" else CONTACT[form, status]).format(a=a, b=b, when=when, where=where)


def flashpoint(topic: str, states: str) -> str:
    """The headline of a flashpoint."""
    return f"{topic} stirs" + (f": {states}" if states else "")


def surge(topic: str, states: str) -> str:
    """The headline of a surge."""
    return f"{topic}: far more reports than usual" + (f" ({states})" if states else "")


WHY = {
    "first-report": "first report of this contact",
    "correction": "the article was corrected",
    "date:known": "its date is now known",
    "date:moved": "its date has moved",
    "place:known": "its place is now known",
    "place:moved": "its place has moved",
}
REANNOUNCED = "announced again after it was called off"
TENSE, EASING = "a tense tone", "a conciliatory tone"


def status(before: str, after: str) -> str:
    """A state that moved."""
    return f"was {STATUS[before]}, is now {STATUS[after]}"  # type: ignore[index]


def rank(role: str) -> str:
    """A higher-ranking participant."""
    return f"a higher rank takes part: {ROLES.get(role, 'official')}"


def moved(before: str) -> str:
    """A date or place that moved."""
    return f"moved, was planned {before}"


def since(when: str) -> str:
    """The last meeting before."""
    return f"first meeting of the two since{when.removeprefix(' on')}"


def agenda(topics: Sequence[str]) -> str:
    """The flashpoints that the article is about."""
    return f"{joined(topics)} on the agenda"


def sources(number: int, minutes: int | None) -> str:
    """How many tell it, and within how long."""
    told = f"{number} source" + ("" if number == 1 else "s")
    if minutes is None:
        return told
    return f"{told} in {minutes} minutes" if minutes < 120 else f"{told} in {round(minutes / 60)} hours"


def flashpoint_reason(code: str, quiet_days: int) -> str:
    """Why a flashpoint alerts."""
    if code == "first-time":
        return "first article on this topic for these countries"
    return f"nothing for more than {quiet_days} days before"


def surge_reason(articles: int, mean: float) -> str:
    """Why a surge alerts."""
    return f"{articles} articles today; usual are {mean:.1f} a day"


def office(role: str, state: str) -> str:
    """Somebody known by office alone."""
    return f"the {ROLES.get(role, 'official')} of {state}"


def joined(names: Sequence[str]) -> str:
    """`A, B and C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


# Houses, which want an article.
HOUSES = {
    "white house": "at the White House",
    "oval office": "in the Oval Office",
    "pentagon": "at the Pentagon",
    "state department": "at the State Department",
    "kremlin": "at the Kremlin",
    "kreml": "at the Kremlin",
    "elysee": "at the Élysée",
    "élysée": "at the Élysée",
    "weißes haus": "at the White House",
    "great hall of the people": "in the Great Hall of the People",
}


def where(place: str) -> str:
    """A place, with a blank before it."""
    return f" {HOUSES.get(place.lower(), f'in {place}')}"


def when(window: DateWindow, published: str | None, weekday: bool = True) -> str:
    """A date spelled out, with a blank before it; the year only where it is not the report's."""
    start = date.fromisoformat(window.start)
    year = "" if published and published[:4] == window.start[:4] else f" {start.year}"
    day = f"{start.day} {MONTHS[start.month - 1]}"
    if window.precision == "year":
        return f" in {start.year}"
    if window.precision == "month":
        return f" in {MONTHS[start.month - 1]}{year}"
    if window.precision == "weekend":
        return f" on the weekend of {day}{year}"
    if window.precision == "week":
        return f" in the week of {day}{year}"
    if window.end and window.end != window.start:
        end = date.fromisoformat(window.end)
        return f" between {day} and {end.day} {MONTHS[end.month - 1]}{year}"
    return f" on {DAYS[start.weekday()]} {day}{year}" if weekday else f" on {day}{year}"
