"""Step 10: the findings at their places in the text as received; quotes stay as they are read."""

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.markup import Reading
from tensionwire.contracts.tagged import Evidence, Span


def received(draft: Draft) -> None:
    """Move every span to where it stands in the text as received, where that had markup."""
    reading = draft.reading
    if reading.starts is None:
        return
    for contact in draft.contacts:
        contact.evidence = [Evidence(*reading.span(e.start, e.end), e.quote) for e in contact.evidence]
    for entity in draft.entities:
        entity.spans = _moved(reading, entity.spans)
    for mention in draft.flashpoints:
        mention.spans = _moved(reading, mention.spans)
    draft.tension.escalation = _moved(reading, draft.tension.escalation)
    draft.tension.easing = _moved(reading, draft.tension.easing)


def _moved(reading: Reading, spans: list[Span]) -> list[Span]:
    return [Span(*reading.span(span.start, span.end)) for span in spans]
