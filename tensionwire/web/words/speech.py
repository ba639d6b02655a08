"""One language of the pages: words, names of states and topics, dates as people write them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import ModuleType
from typing import Any, NamedTuple

from alerts.wording import contact_headline
from alerts.wording import de as alert_de
from alerts.wording import en as alert_en
from tensionwire.contracts.record import ContactRecord
from tensionwire.contracts.tagged import DateWindow
from tensionwire.web.words import de, en

LANGUAGES = ("en", "de")
Names = Mapping[str, tuple[str, str]]


class Speech(NamedTuple):
    """What pages say in one language. `t` is the table of words."""

    language: str
    words: ModuleType
    alerts: ModuleType
    names: Names

    @property
    def t(self) -> dict[str, str]:
        """The table of words."""
        found: dict[str, str] = self.words.WORDS
        return found

    def state(self, code: str) -> str:
        """A state or organisation by its code."""
        found = self.names.get(code)
        return found[LANGUAGES.index(self.language)] if found else code

    def pair(self, subject: str) -> str:
        """`China – United States`."""
        return " – ".join(self.state(code) for code in subject.split("-"))

    def topic(self, code: str) -> str:
        """A flashpoint by its code."""
        found: dict[str, str] = self.alerts.TOPICS
        return found.get(code, code.replace("-", " ").capitalize())

    def role(self, code: str) -> str:
        """An office by its code."""
        found: dict[str, str] = self.alerts.ROLES
        return found.get(code, "")

    def status(self, code: str) -> str:
        """A status by its code."""
        return str(self.words.STATUS.get(code, code))

    def severity(self, code: str) -> str:
        """A severity by its code."""
        return str(self.words.SEVERITY.get(code, code))

    def kind(self, code: str) -> str:
        """A kind of alert by its code."""
        return str(self.words.KINDS.get(code, code))

    def form(self, code: str) -> str:
        """A form of contact by its code."""
        return str(self.words.FORMS.get(code, code))

    def outcome(self, code: str, reason: str | None) -> str:
        """What became of a delivery, with its reason."""
        told = self.t.get(f"outcome_{code}", code)
        return f"{told}: {self.t.get(f'reason_{reason}', reason)}" if reason else told

    def many(self, what: str, n: int) -> str:
        """`1 source`, `2 sources`."""
        return self.t[f"{what}_one"] if n == 1 else self.t[f"{what}_many"].format(n=n)

    def day(self, iso: str | None, year: bool = True) -> str:
        """`12 Jul 2023`, `12. Juli 2023`; empty where it is no date."""
        try:
            found = date.fromisoformat((iso or "")[:10])
        except ValueError:
            return ""
        month = self.words.MONTHS[found.month - 1]
        told = f"{found.day}. {month}" if self.language == "de" else f"{found.day} {month}"
        return f"{told} {found.year}" if year else told

    def month(self, iso: str) -> str:
        """`July 2023`."""
        found = date.fromisoformat(iso[:10])
        return f"{self.alerts.MONTHS[found.month - 1]} {found.year}"

    def clock(self, iso: str | None) -> str:
        """`08:40`; empty for a bare date."""
        try:
            found = datetime.fromisoformat(iso or "")
        except ValueError:
            return ""
        if (found.hour, found.minute, found.second) == (0, 0, 0):
            return ""
        return f"{(found.astimezone(UTC) if found.tzinfo else found):%H:%M}"

    def window(self, when: DateWindow | None) -> str:
        """The days of a contact."""
        if when is None:
            return self.t["open_date"]
        if when.precision == "year":
            return when.start[:4]
        if when.precision == "month":
            return self.month(when.start)
        if when.end and when.end != when.start:
            return f"{self.day(when.start, year=when.start[:4] != when.end[:4])} – {self.day(when.end)}"
        return self.day(when.start)

    def headline(self, record: ContactRecord) -> str:
        """A contact record as a headline."""
        return contact_headline(record, self.language, self.names)

    def told(self, alert: Any) -> Any:
        """An alert's own words in this language, else in any."""
        return alert.text.get(self.language) or next(iter(alert.text.values()), None)


def speeches(names: Names) -> dict[str, Speech]:
    """Both languages."""
    return {"en": Speech("en", en, alert_en, names), "de": Speech("de", de, alert_de, names)}
