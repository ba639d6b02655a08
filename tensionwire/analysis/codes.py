"""The contact in the codes of event data: PLOVER (Open Event Data Alliance, 2023) and CAMEO 1.1b3 (Schrodt, 2012)."""

from tensionwire.contracts.tagged import Form, Plover, PloverEvent, PloverMode, Status

EVENTS: dict[Status, PloverEvent] = {
    "held": "CONSULT",
    "planned": "AGREE",
    "possible": "REQUEST",
    "cancelled": "REJECT",
}
MODES: dict[Form, PloverMode] = {"visit": "visit", "call": "phone", "conference": "multilateral"}

# 036 express intent to meet, 040 to 046 consult, 106 demand a meeting, 164 refuse to meet
HELD: dict[Form, str] = {"meeting": "043", "visit": "042", "call": "041", "negotiation": "046", "conference": "040"}
OTHER: dict[Status, str] = {"planned": "036", "possible": "106", "cancelled": "164"}


def plover(form: Form, status: Status) -> Plover:
    """PLOVER's event and mode."""
    return Plover(EVENTS[status], MODES.get(form))


def cameo(form: Form, status: Status) -> str:
    """CAMEO's code."""
    return HELD[form] if status == "held" else OTHER[status]
