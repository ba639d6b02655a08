"""`tensionwire rules test`: these articles in, these alerts to these receivers out."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import msgspec

from alerts.routing import Desk
from alerts.rules import Rules, RulesError, moment
from alerts.rules.cases import Case, CaseArticle, CasesFile, judge, read_cases
from alerts.rules.reading import Document
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.article import Article
from tensionwire.lexicon import Lexicon
from tensionwire.runtime import settings
from tensionwire.runtime.settings import Settings

EXIT_BAD = 78


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES", type=click.Path(exists=True, dir_okay=False))
def test(files: tuple[str, ...]) -> None:
    """Run tests of rules, written in YAML by those who use them. Needs no Kafka, sends nothing.

    \b
    A file of tests:
      rules: my-rules.yaml              # beside this file; left out: the shipped rules
      tests:
        - name: a planned meeting reaches the Taiwan desk
          articles:
            - {text: "Wang Yi trifft ... in Taipeh.", published: 2026-11-20, source: Courier}
            - {file: archive/held.json}
          expect:
            - {kind: contact.new, people: [Wang Yi], status: planned, receivers: [taiwan]}
            - {kind: contact.changed, status: held, receivers: [taiwan, desk]}

    \b
    Every alert that reaches somebody must be expected, unless the test says `others: true`; `expect: []`
    says that nothing comes. Keys of an expectation: kind, countries, people, form, status, severity,
    topic, headline (words in it), receivers (exactly these, at once or held).

    Ends with 1 where a test fails, with 78 where a file cannot be used.
    """
    from tensionwire.cli.archive import lexicon_of

    found = settings.load()
    lexicon = lexicon_of(found)
    ran = failed = 0
    for name in files:
        try:
            cases, document = read_cases(Path(name).read_text(encoding="utf-8"), name)
            rules = _rules(cases, Path(name))
            for number, case in enumerate(cases.tests):
                ran += 1
                failed += not _run(case, number, document, rules, lexicon, found, Path(name).parent)
        except (RulesError, OSError, UnicodeDecodeError) as error:
            click.echo(str(error), err=True)
            sys.exit(EXIT_BAD)
    click.echo(f"{ran} tests, {failed} failed" if failed else f"{ran} tests, all good")
    sys.exit(1 if failed else 0)


def _rules(cases: CasesFile, file: Path) -> Rules:
    from tensionwire.runtime.rulesfile import read_rules

    return read_rules(file.parent / cases.rules if cases.rules else "")


def _run(
    case: Case, number: int, document: Document, rules: Rules, lexicon: Lexicon, found: Settings, folder: Path
) -> bool:
    """Run one test and say how it went."""
    came = list(_play(case, rules, lexicon, found, folder))
    verdict = judge(case, came)
    click.echo(f"{'ok  ' if verdict.good else 'FAIL'}  {case.name}")
    for place in verdict.missing:
        line = document.line(f"$.tests[{number}].expect[{place}]")
        wanted = {k: v for k, v in msgspec.to_builtins(case.expect[place]).items() if v not in (None, [])}
        click.echo(f"      line {line}: expected, did not come: {wanted}")
    for alert, reached in verdict.surplus:
        click.echo(f"      came, not expected: {_told(alert, reached)}")
    if verdict.missing and not verdict.surplus:
        for alert, reached in came:
            click.echo(f"      came: {_told(alert, reached)}")
    return verdict.good


def _told(alert: Alert, reached: list[str]) -> str:
    headline = next((words.headline for words in alert.text.values()), alert.subject)
    return (
        f"{alert.kind}, {alert.status or alert.topic}, {alert.severity}: {headline} -> {', '.join(reached) or 'nobody'}"
    )


def _play(
    case: Case, rules: Rules, lexicon: Lexicon, found: Settings, folder: Path
) -> Iterator[tuple[Alert, list[str]]]:
    """The alerts of the test's articles in their order, each with the receivers that it reaches."""
    from tensionwire.analysis import analyse
    from tensionwire.runtime.offline import Offline
    from tensionwire.runtime.policy import policy_of

    offline = Offline(policy_of(found, rules, lexicon.hash))
    desk = Desk(rules, timedelta(seconds=found.max_age))
    for said in case.articles:
        arrived = moment(said.arrived)
        for article in _articles(said, folder):
            for told in offline.tell(analyse(article, lexicon, arrived)):
                for alert in told.decision.alerts:
                    now = moment(alert.arrived) or moment(alert.published) or datetime.min.replace(tzinfo=UTC)
                    settled = desk.settle(alert, now)
                    yield alert, [s.receiver for s in settled if s.outcome in ("delivered", "held")]


def _articles(said: CaseArticle, folder: Path) -> Iterator[Article]:
    from tensionwire.ingest.outcome import Refused
    from tensionwire.ingest.reading import read

    if said.file is None:
        yield said.article()
        return
    for outcome in read([folder / said.file]):
        if isinstance(outcome, Refused):
            raise RulesError(f"{outcome.place}: {outcome.detail}")
        yield outcome.article
