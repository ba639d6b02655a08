"""Features of what stands around a contact word: the same for every pair that it could join."""

from typing import TYPE_CHECKING

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
TOGETHER = frozenset("sich einander gemeinsam each other together both beide beiden".split())
STRONG = frozenset({"meet", "receive", "call", "callnoun", "encounter", "negotiate", "parley", "journey", "discussion"})
ALSO = frozenset({"call", "callnoun", "meet", "encounter", "talk", "receive"})
ARGUMENTS = ("mit", "with", "zwischen", "between", "von", "of", "bei")


def around(scene: "Scene", word: "Worded") -> list[str]:
    """The names of all features that hold. Linear in the sentence."""
    held, group = scene.held, word.word.group
    text, start = scene.draft.text, word.word.start
    found = []
    if text.count("„", scene.sentence.start, start) > text.count("“", scene.sentence.start, start):
        found.append("in quotes")
    if not held.isdisjoint(NO_CONTACT):
        found.append(f"no contact,{group}")
    if not held.isdisjoint(TOGETHER):
        found.append(f"each other,{group}")
    after = scene.lower[word.ends : word.ends + 3]
    found += [f"then {preposition},{group}" for preposition in ARGUMENTS if preposition in after]
    found.append(f"with,{group}" if "mit" in held or "with" in held else f"no with,{group}")
    found.append(f"people={min(3, len(scene.sides))},{group in STRONG}")
    found.append(f"place={min(3, scene.sentence.place)}")
    groups = {g for w in scene.words for g in w.groups}
    found += [f"also={g}" for g in sorted(groups & ALSO) if g != group]
    dated = any("date" in h.kinds for h in scene.hits)
    found.append(f"dated={dated}")
    return found
