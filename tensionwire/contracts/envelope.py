"""CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the value is the data.

Source: CloudEvents specification 1.0.2, Kafka Protocol Binding 1.0.2, section 3.2.
"""

from collections.abc import Iterable

Headers = list[tuple[str, bytes]]

SPEC_VERSION = "1.0"
MAJOR = 1
SOURCE = "tensionwire"
CONTENT_TYPE = b"application/json"
STRUCTURED = "application/cloudevents"

TYPES = {
    "articles": "tensionwire.article.v1",
    "articles.tagged": "tensionwire.tagged-article.v1",
    "sightings": "tensionwire.sighting.v1",
    "contacts": "tensionwire.record.v1",
    "alerts": "tensionwire.alert.v1",
    "deliveries": "tensionwire.delivery.v1",
    "silences": "tensionwire.silence.v1",
}


class NewerMajor(Exception):
    """A message of a newer major version: the reader has to pause until it is upgraded."""


def headers(topic: str, event_id: str, step: str) -> Headers:
    """The headers of one of our own records on `topic`. `step` names the writer ("tag"), `event_id` is unique."""
    return [
        ("ce_specversion", SPEC_VERSION.encode()),
        ("ce_type", TYPES[topic].encode()),
        ("ce_id", event_id.encode()),
        ("ce_source", f"{SOURCE}/{step}".encode()),
        ("content-type", CONTENT_TYPE),
    ]


def header(found: Iterable[tuple[str, bytes | None]] | None, name: str) -> str | None:
    """The last header of that name (any case), as text; None where there is none or it is no UTF-8."""
    value = None
    for key, raw in found or ():
        if key.lower() == name and raw is not None:
            try:
                value = raw.decode("utf-8")
            except UnicodeDecodeError:
                value = None
    return value


def check_major(topic: str, found: Iterable[tuple[str, bytes | None]] | None) -> None:
    """Raise NewerMajor for a record of `topic` whose type says a newer major version than we read."""
    said = header(found, "ce_type")
    base = TYPES[topic].rsplit(".v", 1)[0]
    if said and said.startswith(base + ".v") and _number(said.rsplit(".v", 1)[1]) > MAJOR:
        raise NewerMajor(f"{topic} carries {said}; this program reads version {MAJOR}. Upgrade this worker.")


def _number(digits: str) -> int:
    """A version's number; 0 for what is none: such a header says nothing, and its record is read as it is."""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
