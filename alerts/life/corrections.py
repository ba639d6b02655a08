"""Corrections: an article's new version voids what the older one told."""

import msgspec

from alerts.decision import Decision
from alerts.flashpoints.episodes import without
from alerts.life.fold import fold
from alerts.policy import Policy
from alerts.raising import contact_alert
from alerts.reasons import Reason
from alerts.subject import Subject
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.record import ContactRecord, Episode, Record
from tensionwire.contracts.sighting import ArticleRef, Sighting


def decide_withdrawal(subject: Subject, sighting: Sighting, policy: Policy) -> Decision:
    """Take the older versions of this article out of all records; one that loses its last report alerts it."""
    records: list[Record] = []
    alerts: list[Alert] = []
    for known in subject.telling(sighting.article.id):
        if isinstance(known, Episode):
            changed_episode = without(known, [a for a in known.articles if _void(a, sighting)])
            records += [changed_episode] if changed_episode is not known else []
            continue
        changed, alert = _without(known, subject, sighting, policy)
        records += [changed] if changed else []
        alerts += [alert] if alert else []
    return Decision(Reason.CORRECTED if records else Reason.NOTHING_TO_WITHDRAW, records, alerts)


def _without(
    known: ContactRecord, subject: Subject, sighting: Sighting, policy: Policy
) -> tuple[ContactRecord | None, Alert | None]:
    void = [s for s in known.sightings if _void(s.article, sighting)]
    if not void:
        return None, None
    left = [s for s in known.sightings if not _void(s.article, sighting)]
    if left:
        record = fold(known, left, known.sighting_count - len(void))
    else:
        record = msgspec.structs.replace(known, sightings=[], sighting_count=0, sources=[], withdrawn=True)
    told = known.revision > 0 and not record.background
    if not told or not (record.withdrawn or record.status != known.status):
        return record, None
    record.revision += 1
    why = ["correction"] if record.withdrawn else ["correction", f"status:{known.status}:{record.status}"]
    alert = contact_alert(record, (left or void)[-1], policy, before=known, why=why, subject=subject)
    record.last_alert = alert.id
    return record, alert


def _void(article: ArticleRef, sighting: Sighting) -> bool:
    return article.id == sighting.article.id and article.rank < sighting.article.rank
