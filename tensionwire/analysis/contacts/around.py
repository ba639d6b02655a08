"""Features of what stands around a contact word: the same for every pair that it could join."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tensionwire.lexicon.scale import Sign

if TYPE_CHECKING:
    from tensionwire.analysis.contacts.scene import Scene
    from tensionwire.analysis.contacts.views import Worded

NO_CONTACT = frozenset(
    "brief schreiben briefs interview telegramm beileidstelegramm resolution tweet gesetz wahl wahlkampf abgeordnete "
    "abgeordneten fraktion partei koalition opposition parlament rede videobotschaft gastbeitrag pressekonferenz "
    "erklärung mitteilung letter interview telegram resolution statement election campaign lawmakers party coalition "
    "opposition parliament speech phone-in troops attack angriff truppen soldaten rakete raketen missile strikes "
    "sanctions sanktionen".split()
)
# Who sends these to somebody has not met him.
GREETINGS = frozenset(
    "message messages congratulated congratulates congratulating congratulations congratulatory condolences condolence "
    "greetings wishes telegrams letters gratulierte gratulierten gratuliert gratulation glückwunsch glückwünsche "
    "glückwünschen glückwunschschreiben glückwunschtelegramm glückwunschbotschaft grußbotschaft grußbotschaften "
    "beileid beileidsbekundung kondolierte kondolierten kondolenz".split()
)
TOGETHER = frozenset("sich einander gemeinsam each other together both beide beiden".split())
STRONG = frozenset("meet receive summon call callnoun encounter negotiate parley journey discussion".split())
# Contact words that mostly tell something else.
HARDLY = frozenset(
    "told agreed signed pressed assured called hieß hiess bat versicherte vereinbarte vereinbarten".split()
)
NAMING = frozenset({"a", "an", "the"})  # called him a liar, Lula's courts a disgrace
NAMED_WITHIN = 8  # tokens behind the word
ALSO = frozenset({"call", "callnoun", "meet", "encounter", "talk", "receive"})
ARGUMENTS = ("mit", "with", "zwischen", "between", "von", "of", "bei")


def around(scene: "Scene", word: "Worded") -> Sign:
    """All features that hold. Linear in the sentence."""
    held, group = scene.held, word.word.group
    text, start = scene.draft.text, word.word.start
    after = scene.lower[word.ends : word.ends + 3]
    groups = {g for w in scene.words for g in w.groups}
    return (
        _names,
        group,
        text.count("„", scene.sentence.start, start) > text.count("“", scene.sentence.start, start),
        not held.isdisjoint(NO_CONTACT),
        not held.isdisjoint(GREETINGS),
        not held.isdisjoint(TOGETHER),
        tuple(preposition for preposition in ARGUMENTS if preposition in after),
        "mit" in held or "with" in held,
        min(3, len(scene.sides)),
        min(3, scene.sentence.place),
        tuple(g for g in sorted(groups & ALSO) if g != group),
        scene.dated,
        scene.tension,
        group == "call" and not NAMING.isdisjoint(scene.lower[word.ends : word.ends + NAMED_WITHIN]),
    )


def _names(
    group: str,
    quoted: bool,
    no_contact: bool,
    greetings: bool,
    together: bool,
    then: tuple[str, ...],
    has_with: bool,
    people: int,
    place: int,
    also: tuple[str, ...],
    dated: bool,
    tense: tuple[str, ...],
    naming: bool,
) -> Iterator[str]:
    if quoted:
        yield "in quotes"
    if no_contact:
        yield f"no contact,{group}"
    if greetings:
        yield "greetings"
        yield f"greetings,{group}"
    if together:
        yield f"each other,{group}"
    yield from (f"then {preposition},{group}" for preposition in then)
    yield f"with,{group}" if has_with else f"no with,{group}"
    yield f"people={people},{group in STRONG}"
    yield f"place={place}"
    yield from (f"also={g}" for g in also)
    yield f"dated={dated}"
    yield from (f"tense={family},{group}" for family in tense)
    if naming:
        yield "called names"
