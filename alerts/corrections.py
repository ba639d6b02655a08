"""Corrections: an article's new version voids what the older one told."""

import msgspec

from alerts.contacts import fold
from alerts.decision import Decision
from alerts.policy import Policy
from alerts.raising import contact_alert
from alerts.reasons import Reason
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.record import ContactRecord, Episode, Record
from tensionwire.contracts.sighting import ArticleRef, Sighting


def decide_withdrawal(
    contacts: list[ContactRecord], episodes: list[Episode], sighting: Sighting, policy: Policy
) -> Decision:
    """Take the older versions of this article out of all records; one that loses its last report alerts it."""
    records: list[Record] = []
    alerts: list[Alert] = []
    for known in sorted(contacts, key=lambda r: r.id):
        void = [s for s in known.sightings if _void(s.article, sighting)]
        if not void:
            continue
        left = [s for s in known.sightings if not _void(s.article, sighting)]
        record = msgspec.structs.replace(known, sightings=left, sighting_count=known.sighting_count - len(void))
        record.sources = sorted({s.article.source or s.article.id for s in left})
        if left:
            fold(record)
        else:
            record.withdrawn = True
        told = known.revision > 0 and not record.background
        if told and (record.withdrawn or record.status != known.status):
            record.revision += 1
            report = (left or void)[-1]
            alert = contact_alert("contact.changed", record, report, policy, before=known.status)
            record.last_alert = alert.id
            alerts.append(alert)
        records.append(record)
    for episode in sorted(episodes, key=lambda e: e.id):
        articles = [a for a in episode.articles if not _void(a, sighting)]
        if len(articles) != len(episode.articles):
            gone = len(episode.articles) - len(articles)
            records.append(
                msgspec.structs.replace(episode, articles=articles, article_count=episode.article_count - gone)
            )
    return Decision(Reason.CORRECTED if records else Reason.NOTHING_TO_WITHDRAW, records, alerts)


def _void(article: ArticleRef, sighting: Sighting) -> bool:
    return article.id == sighting.article.id and article.rank < sighting.article.rank
