"""`analyze --explain`: why a pair is a contact or none."""

import re

from click.testing import CliRunner

from tensionwire.analysis.contacts.account import accounts
from tensionwire.analysis.pipeline import draft_of
from tensionwire.cli.analyze import analyze
from tensionwire.contracts.article import Article
from tensionwire.lexicon import load

TEXT = (
    "US-Außenminister Antony Blinken wird am Donnerstag in Jakarta Chinas Spitzendiplomaten Wang Yi treffen. "
    "Bundeskanzler Olaf Scholz und Russlands Präsident Wladimir Putin blieben am Montag bei ihren Worten."
)


def test_a_contact_tells_its_word_and_what_weighed() -> None:
    found = accounts(draft_of(Article(text=TEXT, published="2023-07-12"), load()))
    told = [a for a in found if a.told]
    assert [(a.word, a.status) for a in told] == [("treffen", "planned")]
    assert told[0].reasons and told[0].status_reasons
    assert {"Antony Blinken (name)", "Wang Yi (name)"} == set(told[0].sides)


def test_a_sentence_of_many_pairs_tells_of_each() -> None:
    """The status of one pair once took the place of the next one."""
    text = "Jake Sullivan traf am Montag in Wien Wang Yi, Ajit Doval und Juri Uschakow getrennt zu Gesprächen."
    found = accounts(draft_of(Article(text=text, published="2023-05-11"), load()))
    assert len([a for a in found if a.told]) >= 3
    assert all(a.rival_reasons for a in found if a.told)


def test_a_pair_that_is_none_tells_why() -> None:
    found = accounts(draft_of(Article(text=TEXT, published="2023-07-12"), load()))
    refused = [a for a in found if not a.told and "Scholz" in " ".join(a.sides)]
    assert refused and all(a.why_not for a in refused)


def test_the_command_says_it() -> None:
    said = CliRunner().invoke(analyze, ["--explain", "-"], input=TEXT.encode())
    assert said.exit_code == 0
    assert "no contact" in said.output and "treffen" in said.output
    assert re.search(r"confidence [01]\.\d\d", said.output)
