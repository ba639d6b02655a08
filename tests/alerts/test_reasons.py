"""One list of reasons, each in words."""

from alerts.reasons import HOLDING, SUPPRESSING, Reason
from alerts.wording.reasons import REASONS, sentence
from tests.rules import rule


@rule("A15")
def test_every_reason_has_words_in_both_languages() -> None:
    assert set(REASONS) == set(Reason)
    assert all(english and german for english, german in REASONS.values())
    assert len({english for english, _ in REASONS.values()}) == len(Reason)


def test_a_channels_own_reason_is_told_as_it_is() -> None:
    assert sentence("http-503") == "http-503"
    assert sentence("stale", "de").startswith("veraltet")


def test_what_suppresses_does_not_hold() -> None:
    assert not set(SUPPRESSING) & set(HOLDING)
