"""An invented alert: what `notify test` sends, and what templates are tried with."""

from tensionwire.contracts.alert import Alert, AlertEvidence, Wording

SAMPLE = Alert(
    id="test",
    kind="contact.new",
    record="test",
    subject="AAA-BBB",
    revision=1,
    severity="low",
    text={
        "en": Wording(headline="The foreign ministers of A and B to meet on Monday", why=["a test"]),
        "de": Wording(headline="Die Außenminister von A und B treffen sich am Montag", why=["ein Test"]),
    },
    form="meeting",
    status="planned",
    headline=True,
    evidence=[
        AlertEvidence(
            quote="The ministers will meet on Monday.",
            article="test",
            source="Courier",
            url="https://courier.example/1",
        )
    ],
)
BARE = Alert(id="bare", kind="flashpoint.new", record="bare", subject="topic", revision=1, severity="high")


def samples() -> list[tuple[str, tuple[Alert, ...], str]]:
    """Kind, alerts and words of one parcel of each sort."""
    return [
        (SAMPLE.kind, (SAMPLE,), ""),
        (BARE.kind, (BARE,), ""),
        ("test", (SAMPLE,), ""),
        ("digest", (SAMPLE, BARE) * 20, ""),
        ("notice", (), "The receiver newsroom fails."),
    ]
