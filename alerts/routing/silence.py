"""Whether somebody has silenced an alert."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from alerts.routing.match import matches
from alerts.rules import moment
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.silence import Matchers, Silence


def silenced(alert: Alert, silences: Iterable[Silence], now: datetime) -> Silence | None:
    """The first silence that runs at `now` (with a zone) and picks this alert; None where there is none.

    Judged when the alert is about to be sent; what is silenced then is suppressed for good, with `Reason.SILENCED`.
    `silences` are those of the rules file and of the topic together.
    """
    return next((s for s in silences if runs(s, now) and matches(alert, s.matchers)), None)


def read_silence(raw: bytes) -> Silence:
    """A value of the topic `silences`. Raises msgspec.MsgspecError or UnicodeDecodeError where it cannot be read.

    A matcher that this version does not know is refused: passed over, it would silence more than was meant.
    """
    silence = msgspec.json.decode(raw, type=Silence)
    keys = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])["matchers"]
    unknown = msgspec.json.decode(keys, type=dict[str, msgspec.Raw]).keys() - set(Matchers.__struct_fields__)
    if unknown:
        raise msgspec.ValidationError(
            f"the silence {silence.id} has matchers unknown here: {', '.join(sorted(unknown))}"
        )
    return silence


def runs(silence: Silence, now: datetime) -> bool:
    """True from `starts` up to, not including, `ends`. A silence without an end that can be read does not run."""
    ends = moment(silence.ends)
    starts = moment(silence.starts)
    return ends is not None and now < ends and (starts is None or starts <= now)
