"""What else tells of a contact's status, without rules: plain words around it, the title, the tense of the text before.

No list of cues names every way to say that somebody was kept waiting. The words of the sentence, cut to their stems,
are weighed by learning alone: many small hints beside the few strong ones.
"""

from bisect import bisect_left

from tensionwire.analysis.contacts import status_names as names
from tensionwire.analysis.contacts.scene import TOKEN, Scene
from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.grammar.brackets import bracket
from tensionwire.analysis.grammar.clauses import Clause
from tensionwire.analysis.grammar.verbs import english_code, german_code
from tensionwire.lexicon.scale import Sign

STEM = 5  # letters: inflection is mostly behind them
TOLD, HAPPENING = (
    frozenset({"past", "was", "war", "wurde", "had", "hatte"}),
    frozenset({"present", "is", "ist", "has", "hat"}),
)
ANSWERS = frozenset({"cancelled", "accepted", "agreed", "unclear", "negation"})  # families of cues
SHORT = 80  # code points of a sentence that hardly tells more than an answer
LATE = 3  # sentences behind the first: from there on the place says no more
# Kinds of words that name somebody or something: who it is must not say whether it took place.
NAMING = frozenset({"person", "surname", "country", "adjective", "demonym", "seat", "city", "organisation"})


def surroundings(scene: Scene, clause: Clause, tense: str, date: str) -> list[Sign]:
    """The signs around the contact word in its `clause`."""
    draft, place, owner = scene.draft, scene.sentence.place, scene.owner
    stems = scene.once("status stems", lambda: _stems(scene))
    inside = dict.fromkeys([stems[p] for p in clause.places if stems[p]])
    whole = len(clause.places) == len(stems)
    outside = () if whole else dict.fromkeys([stem for p, stem in enumerate(stems) if stem and owner[p] is not clause])
    found: list[Sign] = [(names.within, stem) for stem in inside]
    found += [(names.around, stem) for stem in outside]
    found += [(names.verb_said, scene.lower[p]) for p in clause.verbs]
    found.append((names.place, min(place, LATE), tense, place == len(draft.sentences) - 1, draft.language))
    found += draft.once("status title", lambda: _title(draft))
    found += scene.once("reply", lambda: _reply(scene))
    if place:
        found.append((names.tense_before, scene.once("tense before", lambda: _tense_before(scene)), tense, date))
    return found


def _reply(scene: Scene) -> list[Sign]:
    """What one of both answers in the sentence that follows: `X lud Y ein. Y lehnte ab.`"""
    draft, place = scene.draft, scene.sentence.place + 1
    if place == len(draft.sentences):
        return []
    sentence = draft.sentences[place]
    hits = draft.hits_of(sentence)
    said = {m.value for h in hits if "status" in h.kinds for m in h.meanings if m.kind == "status"}
    if draft.language == "de":
        words = [word.lower() for word in _tokens(draft, sentence)]
        said.add(bracket(words, list(range(len(words))))[0])
    answers = sorted(said & ANSWERS)
    if not answers:
        return []
    starts = draft.once("mention starts", lambda: [m.start for m in draft.mentions])
    first = bisect_left(starts, sentence.start)
    who = draft.mentions[first].affiliation if first < len(starts) and starts[first] < sentence.end else None
    side = "none" if who is None else "side" if any(m.affiliation == who for m in scene.mentions) else "other"
    worded, short = any("contact" in h.kinds for h in hits), sentence.end - sentence.start < SHORT
    return [(names.reply, answer, side, worded, short) for answer in answers]


def _stems(scene: Scene) -> list[str]:
    """The stem of each token; empty for marks, numbers and whatever names somebody."""
    tokens = scene.tokens
    stems = [word[:STEM] if word[0].isalpha() else "" for word in scene.lower]
    starts = scene.starts
    for start, end, _, kinds in scene.hits:
        if not NAMING.isdisjoint(kinds):
            for place in range(bisect_left(starts, start), bisect_left(starts, end)):
                if tokens[place][0].isupper():
                    stems[place] = ""
    for mention in scene.mentions:
        if mention.name and mention.end > mention.start:
            for place in range(scene.at(mention.start), scene.at(mention.end - 1) + 1):
                stems[place] = ""
    return stems


def _title(draft: Draft) -> list[Sign]:
    """The families of cues in the title, and its words, without names."""
    families = [m.value for h in draft.title_hits if "status" in h.kinds for m in h.meanings if m.kind == "status"]
    words = [word[:STEM] for word in TOKEN.findall(draft.title or "") if word[0].islower()]
    found: list[Sign] = [(names.title, family) for family in dict.fromkeys(families)]
    return found + [(names.title_word, stem) for stem in dict.fromkeys(words)]


def _tokens(draft: Draft, sentence: Sentence) -> list[str]:
    """The words and marks of another sentence, which its own scene may have read already."""
    start, end, place = sentence
    return draft.once(("tokens", place), lambda: TOKEN.findall(draft.text, start, end))


def _tense_before(scene: Scene) -> str:
    """The tense in which most of the sentence before is told."""
    draft = scene.draft
    code = german_code if draft.language == "de" else english_code
    codes = [code(word) for word in _tokens(draft, draft.sentences[scene.sentence.place - 1]) if word[0].islower()]
    told, happening = sum([c in TOLD for c in codes]), sum([c in HAPPENING for c in codes])
    if told > happening:
        return "past"
    return "present" if happening > told else "mixed"
