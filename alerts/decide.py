"""The decision on one sighting, by its kind."""

from alerts.decision import Decision
from alerts.flashpoints.episodes import decide_flashpoint
from alerts.life.contacts import decide_contact
from alerts.life.corrections import decide_withdrawal
from alerts.policy import Policy
from alerts.subject import Subject
from tensionwire.contracts.sighting import Sighting


def decide(subject: Subject, sighting: Sighting, policy: Policy) -> Decision:
    """What `sighting` changes among the records of its `subject`, and what it alerts.

    Deterministic, and it changes nothing in its inputs: put the decision's records into the subject. Deciding a
    sighting again on records that hold it changes nothing and alerts nothing.
    """
    if sighting.kind == "withdrawn":
        return decide_withdrawal(subject, sighting, policy)
    if sighting.kind == "flashpoint":
        return decide_flashpoint(subject, sighting, policy)
    return decide_contact(subject, sighting, policy)
