"""`tensionwire analyze`: what articles say, without Kafka."""

import sys
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import Contact, Span, TaggedArticle
from tensionwire.lexicon import Lexicon
from tensionwire.runtime import settings

# What is marked, in the order in which it is painted: later ones lie over earlier ones.
COLOURS = {"place": "blue", "country": "blue", "organisation": "magenta", "topic": "yellow", "person": "bold cyan"}
ESCALATION, EASING, STATED = "red", "green", "underline"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS|PATTERNS|-")
@click.option("--json", "as_json", is_flag=True, help="One tagged article a line, as on the topic articles.tagged.")
@click.option(
    "--explain", is_flag=True, help="Say which words and rules made each contact, and why other pairs are none."
)
def analyze(paths: tuple[str, ...], as_json: bool, explain: bool) -> None:
    """Show what articles say: contacts, officials, flashpoints, tension. Needs no Kafka.

    Reads what `tensionwire publish` reads. In a terminal the article is shown with its findings marked: officials,
    states, flashpoint words, words of tension (red) and of easing (green), and the sentences that state a contact
    underlined.

    \b
    Examples:
      tensionwire analyze seeds/05-jakarta-geplant.json
      echo 'Wang Yi trifft Lawrow in Moskau.' | tensionwire analyze -
      tensionwire analyze --json archive | jq .contacts
      tensionwire analyze --explain seeds/05-jakarta-geplant.json

    An input that is no article is named on standard error, with file and line; the rest goes on. Ends with 1 then.
    """
    from tensionwire.analysis import analyse
    from tensionwire.ingest.outcome import Refused
    from tensionwire.ingest.reading import read
    from tensionwire.lexicon import LexiconError, load

    folder = settings.load().lexicon_dir
    try:
        lexicon = load(Path(folder) if folder else None)
    except LexiconError as error:
        raise click.ClickException(str(error)) from error
    console, encoder, refused = Console(highlight=False), msgspec.json.Encoder(), 0
    for found in read(paths):
        if isinstance(found, Refused):
            refused += 1
            click.echo(f"{found.place}: {found.detail}", err=True)
            continue
        tagged = analyse(found.article, lexicon)
        if found.article.published and not tagged.published:
            click.echo(f"{tagged.id}: the date {found.article.published!r} is none: write it as 2026-11-25", err=True)
        if as_json:
            sys.stdout.buffer.write(encoder.encode(tagged) + b"\n")
        else:
            _show(console, found.article.text, tagged)
            if explain:
                _explain(console, found.article, lexicon)
    sys.stdout.flush()
    sys.exit(1 if refused else 0)


def _show(console: Console, text: str, tagged: TaggedArticle) -> None:
    console.rule(Text(tagged.title or tagged.id))
    console.print(
        Text(f"{tagged.source or ''}  {tagged.published or 'date unknown'}  {tagged.language}".strip()), style="dim"
    )
    console.print(_marked(text, tagged))
    console.print()
    for contact in tagged.contacts:
        console.print(_line("contact", _told(contact)))
    for mention in tagged.flashpoints:
        console.print(_line("flashpoint", f"{mention.topic}, weight {mention.weight:.2f}"))
    officials = [f"{e.name} ({e.affiliation}, {e.role})" for e in tagged.entities if e.kind == "person" and e.role]
    if officials:
        console.print(_line("officials", "; ".join(officials)))
    console.print(_line("tension", f"{tagged.tension.score:+.1f} (from -10, easing, to +10)"))
    console.print()


def _explain(console: Console, article: Article, lexicon: Lexicon) -> None:
    from tensionwire.analysis.contacts.account import accounts
    from tensionwire.analysis.pipeline import draft_of

    sentence = -1
    for one in accounts(draft_of(article, lexicon)):
        if one.start != sentence:
            sentence = one.start
            console.print(Text(article.text[one.start : one.end].replace("\n", " "), style="italic"))
        mark, style = ("contact", "bold green") if one.told else ("no contact", "dim")
        what = "visit" if one.visit else "contact"
        word = f"by “{one.word}”" if one.word else "without a word of contact"
        console.print(
            Text(f"  {mark:<11} {one.sides[0]} / {one.sides[1]}, {what} {word}, {one.score:+.1f}", style=style)
        )
        if one.why_not:
            console.print(Text(f"              {one.why_not}", style="dim"))
        console.print(Text("              " + _weights(one.reasons), style="dim"))
        if one.rival_reasons:
            console.print(Text("              beside others: " + _weights(one.rival_reasons), style="dim"))
        if one.status:
            console.print(Text(f"              {one.status}: " + _weights(one.status_reasons), style="dim"))
    console.print()


def _weights(reasons: list[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {weight:+.2f}" for name, weight in reasons)


def _line(label: str, text: str) -> Table:
    """A label and its text, which goes on below itself where the line is full."""
    line = Table.grid()
    line.add_column(width=12, style="bold")
    line.add_column(overflow="fold")
    line.add_row(label, Text(text))
    return line


def _told(contact: Contact) -> str:
    sides = " / ".join(f"{p.name or p.role or 'state'} ({p.affiliation})" for p in contact.participants)
    when = contact.date
    parts = [sides, contact.form, contact.status, contact.place or "", when.start if when else ""]
    parts += ["headline"] if contact.headline else []
    parts += ["background"] if contact.background else []
    parts += [f"confidence {contact.confidence:.2f}"]
    return ", ".join(part for part in parts if part)


def _marked(text: str, tagged: TaggedArticle) -> Text:
    shown = Text(text)

    def paint(spans: list[Span], style: str) -> None:
        for span in spans:
            shown.stylize(style, span.start, span.end)

    for kind, style in COLOURS.items():
        if kind == "topic":
            for mention in tagged.flashpoints:
                paint(mention.spans, style)
        for entity in tagged.entities:
            if entity.kind == kind:
                paint(entity.spans, style)
    paint(tagged.tension.escalation, ESCALATION)
    paint(tagged.tension.easing, EASING)
    for contact in tagged.contacts:
        paint([Span(e.start, e.end) for e in contact.evidence], STATED)
    return shown
