"""Tests of rules that an analyst writes: these articles in, these alerts to these receivers out. A YAML file."""

from collections.abc import Sequence
from typing import Annotated

import msgspec

from alerts.identity import same_name
from alerts.rules.reading import Document
from tensionwire.contracts.alert import Alert, AlertKind, Severity
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Form, Status


class CaseArticle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An article of a test: a `file` beside the test, or the text itself. Without `arrived` it came when published."""

    file: str | None = None
    text: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    language: str | None = None
    version: int | None = None
    arrived: str | None = None

    def article(self) -> Article:
        """The article that is written out in the test."""
        return Article(
            text=self.text or "",
            id=self.id,
            title=self.title,
            published=self.published,
            source=self.source,
            language=self.language,
            version=self.version,
        )


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An alert that must come: every key that is given holds. `receivers`: exactly these get it, at once or held."""

    kind: AlertKind | None = None
    countries: list[str] = []
    people: list[str] = []
    form: Form | None = None
    status: Status | None = None
    severity: Severity | None = None
    topic: str | None = None
    headline: Annotated[str | None, msgspec.Meta(description="words that the headline holds, in either language")] = (
        None
    )
    receivers: list[str] | None = None

    def fits(self, alert: Alert, reached: Sequence[str]) -> bool:
        """True where `alert`, which reached these receivers, is this one."""
        names = [p.name for p in alert.participants if p.name]
        states = {*alert.countries, *(p.affiliation for p in alert.participants)}
        headlines = [words.headline for words in alert.text.values()]
        return (
            self.kind in (None, alert.kind)
            and self.form in (None, alert.form)
            and self.status in (None, alert.status)
            and self.severity in (None, alert.severity)
            and self.topic in (None, alert.topic)
            and states.issuperset(self.countries)
            and all(any(same_name(wanted, name) for name in names) for wanted in self.people)
            and (self.headline is None or any(self.headline.casefold() in h.casefold() for h in headlines))
            and (self.receivers is None or sorted(self.receivers) == sorted(reached))
        )


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One test. The alerts that come must be those of `expect`, each once, and with `others: true` more may come.

    An alert that reaches nobody counts only where it is expected.
    """

    name: str
    articles: list[CaseArticle]
    expect: list[Expected]
    others: bool = False


class CasesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file of tests. `rules` is the rules file, beside this one; left out: the shipped one."""

    tests: list[Case]
    rules: str | None = None


class Verdict(msgspec.Struct, frozen=True):
    """What of a test's expectations did not come (their places, from 0), and which alerts came that nobody expected."""

    missing: list[int]
    surplus: list[tuple[Alert, list[str]]]

    @property
    def good(self) -> bool:
        """True where the test holds."""
        return not self.missing and not self.surplus


def read_cases(text: str, name: str) -> tuple[CasesFile, Document]:
    """The tests in a file's text, and the document for messages. Raises RulesError with file and line."""
    document = Document(text, name)
    found = document.convert(CasesFile, "the file is empty: it needs `tests`")
    for number, case in enumerate(found.tests):
        for place, article in enumerate(case.articles):
            if (article.file is None) == (article.text is None):
                raise document.error(f"$.tests[{number}].articles[{place}]", "an article needs `file` or `text` (one)")
    return found, document


def judge(case: Case, came: Sequence[tuple[Alert, list[str]]]) -> Verdict:
    """Whether the alerts that came, each with the receivers that it reached, are those that the test expects.

    Expectations are served in order, each by the first alert that fits and is not taken; the most particular ones
    should stand first.
    """
    left = list(came)
    missing = []
    for place, expected in enumerate(case.expect):
        taken = next((one for one in left if expected.fits(*one)), None)
        if taken is None:
            missing.append(place)
        else:
            left.remove(taken)
    return Verdict(missing, [] if case.others else [one for one in left if one[1]])
