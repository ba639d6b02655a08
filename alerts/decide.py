"""The decision on one sighting, by its kind."""

from collections.abc import Mapping

from alerts.contacts import decide_contact
from alerts.corrections import decide_withdrawal
from alerts.decision import Decision
from alerts.episodes import decide_flashpoint
from alerts.policy import Policy
from tensionwire.contracts.record import ContactRecord, Episode, Record
from tensionwire.contracts.sighting import Sighting


def decide(records: Mapping[str, Record], sighting: Sighting, policy: Policy) -> Decision:
    """What `sighting` changes among all `records` of its subject, and what it alerts.

    Deterministic, and it changes nothing in its inputs. Deciding a sighting again on records that hold it changes
    nothing and alerts nothing.
    """
    contacts = [r for r in records.values() if isinstance(r, ContactRecord)]
    episodes = [r for r in records.values() if isinstance(r, Episode)]
    if sighting.kind == "withdrawn":
        return decide_withdrawal(contacts, episodes, sighting, policy)
    if sighting.kind == "flashpoint":
        return decide_flashpoint(episodes, sighting, policy)
    return decide_contact(contacts, sighting, policy)
