"""From a changed record to its alert."""

from alerts import severity
from alerts.policy import Policy
from alerts.wording import contact_words, flashpoint_words
from tensionwire.contracts.alert import Alert, AlertEvidence, AlertKind
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import ContactRecord, Episode, RecordSighting
from tensionwire.contracts.sighting import ArticleRef, Sighting
from tensionwire.contracts.tagged import Status

MAX_EVIDENCE = 5


def contact_alert(
    kind: AlertKind, record: ContactRecord, report: RecordSighting, policy: Policy, *, before: Status | None
) -> Alert:
    """The alert of a record's present revision; `report` is what moved it, `before` the state it had."""
    level, reasons = severity.of_contact(record)
    why = _contact_why(kind, record, before)
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
        text=contact_words(record, why, before, policy.names, _time(report.article)),
        participants=record.participants,
        form=record.form,
        status=record.status,
        status_before=before,
        date=record.date,
        place=record.place,
        headline=record.headline,
        countries=record.subject.split("-"),
        evidence=[_evidence(s.article, s.evidence.quote) for s in [report, *others] if s.evidence][:MAX_EVIDENCE],
        source_count=max(1, len(record.sources)),
        published=report.article.published,
        arrived=report.article.arrived,
        follows=record.last_alert,
        rules=policy.rules,
        lexicon=policy.lexicon,
    )


def flashpoint_alert(episode: Episode, sighting: Sighting, policy: Policy, *, again: bool) -> Alert:
    """The alert of a new episode; `again` where the topic stirred between these countries before."""
    weight = sighting.flashpoint.weight if sighting.flashpoint else 0.0
    level, reasons = severity.of_flashpoint(weight, sighting.tension)
    why = ["quiet-period-over" if again else "first-time"]
    return Alert(
        id=stable_id("flashpoint.new", episode.id, episode.revision),
        kind="flashpoint.new",
        record=episode.id,
        subject=episode.subject,
        revision=episode.revision,
        severity=level,
        severity_reasons=reasons,
        why=why,
        text=flashpoint_words(episode, why, policy.names, policy.quiet),
        topic=episode.topic,
        countries=episode.countries,
        headline=True,
        evidence=[_evidence(sighting.article, sighting.quote or sighting.article.title or "")],
        published=sighting.article.published,
        arrived=sighting.article.arrived,
        rules=policy.rules,
        lexicon=policy.lexicon,
    )


def _contact_why(kind: AlertKind, record: ContactRecord, before: Status | None) -> list[str]:
    if kind == "contact.new":
        return ["first-report"]
    if record.withdrawn:
        return ["correction"]
    return [f"status:{before}:{record.status}"]


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


def _time(article: ArticleRef) -> str | None:
    return article.published or article.arrived
