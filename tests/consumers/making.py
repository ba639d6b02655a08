"""Alerts for tests."""

from tensionwire.contracts.alert import Alert, AlertEvidence, Wording
from tensionwire.contracts.ids import stable_id


def alert(number: int = 0, record: str | None = None, headline: str = "A and B met", quote: str = "A met B.") -> Alert:
    """An alert of today on a record of its own, or on `record`."""
    return Alert(
        id=stable_id("test", number),
        kind="contact.new",
        record=record or stable_id("record", number),
        subject="CHN-USA",
        revision=1,
        severity="high",
        why=["first-report"],
        text={"en": Wording(headline=headline, why=["first report"]), "de": Wording(headline=headline, why=["neu"])},
        form="meeting",
        status="held",
        headline=True,
        evidence=[AlertEvidence(quote=quote, article=f"article-{number}", source="Courier", url="https://a.example/1")],
        published="2026-01-02T03:04:00+00:00",
        arrived="2026-01-02T03:05:00+00:00",
    )
