"""From a changed record to its alert."""

from alerts import severity
from alerts.flashpoints.surge import Surge
from alerts.identity import of_record
from alerts.life.history import last_met
from alerts.policy import Policy
from alerts.subject import Subject
from alerts.wording import contact_words, flashpoint_words
from tensionwire.contracts.alert import Alert, AlertEvidence, AlertKind
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import ContactRecord, Episode, RecordSighting
from tensionwire.contracts.sighting import ArticleRef, Sighting

MAX_EVIDENCE = 5


def contact_alert(
    record: ContactRecord,
    report: RecordSighting,
    policy: Policy,
    *,
    before: ContactRecord | None,
    why: list[str],
    subject: Subject,
) -> Alert:
    """The alert of a record's present revision; `report` is what moved it, `before` the record as it was."""
    kind: AlertKind = "contact.new" if before is None else "contact.changed"
    met = last_met(subject, record)
    since = (of_record(record).days.start - met).days if met else None
    level, reasons = severity.of_contact(record, policy.severity, since)
    others = [s for s in reversed(record.sightings) if s is not report and s.evidence]
    return Alert(
        id=stable_id(kind, record.id, record.revision),
        kind=kind,
        record=record.id,
        subject=record.subject,
        revision=record.revision,
        severity=level,
        severity_reasons=reasons,
        why=why,
        text=contact_words(record, why, reasons, before, met, policy.names, report),
        participants=record.participants,
        form=record.form,
        status=record.status,
        status_before=before.status if before else None,
        date=record.date,
        place=record.place,
        headline=record.headline,
        topics=[t for t, weight in record.topics.items() if weight >= policy.weight],
        countries=record.subject.split("-"),
        evidence=[_evidence(s.article, s.evidence.quote) for s in [report, *others] if s.evidence][:MAX_EVIDENCE],
        source_count=max(1, len(record.sources)),
        published=report.article.published,
        arrived=report.article.arrived,
        follows=record.last_alert,
        rules=policy.rules,
        lexicon=policy.lexicon,
    )


def flashpoint_alert(episode: Episode, sighting: Sighting, policy: Policy, *, why: str, surge: Surge | None) -> Alert:
    """The alert of an episode that begins or surges."""
    kind: AlertKind = "flashpoint.surge" if surge else "flashpoint.new"
    weight = sighting.flashpoint.weight if sighting.flashpoint else 0.0
    level, reasons = severity.of_flashpoint(weight, sighting.tension, surge.height if surge else None, policy.severity)
    return Alert(
        id=stable_id(kind, episode.id, episode.revision),
        kind=kind,
        record=episode.id,
        subject=episode.subject,
        revision=episode.revision,
        severity=level,
        severity_reasons=reasons,
        why=[why],
        text=flashpoint_words(episode, why, surge, policy.names, policy.quiet),
        topic=episode.topic,
        topics=[episode.topic],
        countries=episode.countries,
        headline=True,
        evidence=[_evidence(sighting.article, sighting.quote or sighting.article.title or "")],
        source_count=len({a.source or a.id for a in episode.articles}) or 1,
        published=sighting.article.published,
        arrived=sighting.article.arrived,
        follows=episode.last_alert,
        rules=policy.rules,
        lexicon=policy.lexicon,
    )


def _evidence(article: ArticleRef, quote: str) -> AlertEvidence:
    return AlertEvidence(
        quote=quote,
        article=article.id,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        language=article.language,
    )
