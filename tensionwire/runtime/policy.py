"""From settings, rules and lexicon to the numbers that alerts are decided by."""

from datetime import timedelta

from alerts import Policy
from alerts.rules import Rules
from tensionwire.lexicon import names
from tensionwire.lexicon.places import places
from tensionwire.runtime.settings import Settings


def policy_of(settings: Settings, rules: Rules, lexicon_hash: str) -> Policy:
    """The policy of a worker with these settings: the same for every worker that shares them."""
    return Policy(
        quiet=timedelta(days=settings.quiet_days),
        severity=rules.severity,
        surge=rules.surge,
        names=names(),
        places=places(),
        rules=rules.hash,
        lexicon=lexicon_hash,
    )
