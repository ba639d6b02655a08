"""Whom a pronoun means: the subject of a sentence before, or somebody else as an object; `they`: the two."""

import re

from tensionwire.analysis.draft import Sentence
from tensionwire.analysis.entities.antecedents import Antecedents
from tensionwire.analysis.entities.bystanders import Bystanders
from tensionwire.analysis.entities.pairs import Pairs
from tensionwire.analysis.entities.roll import Who
from tensionwire.analysis.entities.salience import WITH, Actor, Salience

PRONOUNS = {
    # `sein` owns what stands behind it; else it is to be: `wird am Montag in Rom sein, hieß es`, `zu Gast sein wird`.
    "de": re.compile(
        r"\b(?=[EeSsIi])(?:[Ee]r|[Ii]h[mn]|[Ss]eine[rmns]?|[Ss]ein(?! (?:w[iüu]rde?|werden?|soll(?:te|en)?"
        r"|k[aoö]nn(?:te|en)?|muss|m[uü]sste|will|wollte|wolle|darf|dürfte|mag|lassen|und|oder|als|wie|zu)\b)"
        r"(?= \w)|[Ss]ie|[Ii]hr(?:e[rmns]?)?)\b"
    ),
    "en": re.compile(r"\b(?=[HhSsTt])(?:[Hh]e|him|[Hh]is|[Ss]he|[Hh]er|[Tt]hey|them)\b"),
}
TWO = 2
WOMAN = frozenset("sie ihr ihre ihrer ihrem ihren ihres she her".split())
OBJECT = frozenset("ihm ihn him her".split())
# `her` before a noun owns it: `her office`, but `told her that`.
HER_OWN = re.compile(
    r"[Hh]er (?!(?:to|for|in|on|at|with|by|from|as|and|that|there|the|an?|into|over|after|before|about|again|twice|this"
    r"|last|next|out|up|off|down|back|home|away|how|what|when|where|why|whether|if|but|or|until|during|his|its|their|two|half)\b)"
)
# `sie` before a verb of several: `sie reisen`, not `hatte sie den Finnen zu Gast`.
PLURAL_VERB = re.compile(
    r" (?!(?:[dks]?einen|den|diesen|jenen|ihren|deren|dessen|neben|gegen|wegen|zwischen|morgen|eben|ihnen|sieben"
    r"|zehn)\b)(?:[a-zäöüß]+en|sind)\b"
)
VERB_BEFORE = re.compile(r"\b(?:sind|[a-zäöüß]+en)\s$")  # am Freitag sehen sie einander
OWNING = re.compile(r"sein\w*|ihr\w+|his|her").fullmatch
# What begins another clause, in which the one may stand whom an object pronoun means.
CLAUSE = re.compile(
    r"[;:–—„“”\"»«]|, (?:um|dass|weil|als|wenn|ob|nachdem|bevor|während|d(?:er|ie|as|en|em|eren|essen)|wo|wie"
    r"|who|whom|whose|which|that|when|where|after|before|while|because|and|but|und|aber|so|as)\s(?![A-ZÄÖÜ])"
    r"|\b(?:when|while|that|if|whether|I|ich|we|wir)\b|\b(?:said|says|added|insisted|hoped|showed)\s[^,.]*[A-Z]"
)
# A clause whose subject is the one before it, who is no object there: `Trung, who will host him`, and on behind it; not
# `Kerrys Reise, die ihn nach Katar führt`.
RELATIVE = re.compile(r"(?: \([^()]*\))?(?:(?:, [^,;:–—]{1,50})?, who|, (?:der|die))\b[^,;:–—]*(?:,|$)")
BEGINNING = re.compile(r"(?:^|[.:!?„“”\"»«‚‘’]\s?|\n\s*)$")  # before the first word of a sentence
NOMINATIVE = frozenset({"er", "sie", "he", "she"})
# The sentence up to a pronoun that is the subject of a clause before the main one: `Als er`, `In Manila, wo er`.
LEADING_CLAUSE = re.compile(
    r"^\W*(?:(?:[A-ZÄÖÜ][^,;:–—]{0,80}, )?(?:[Ww]o|[Ww]ohin)|(?:Noch |Kurz |Schon )?(?:[Aa]ls|[Bb]evor|[Nn]achdem)|Wenn"
    r"|Während|Ehe|Sobald|Obwohl|Weil|Da|Seit|Seitdem|Ob"
    r"|(?:[A-Z][^,;:–—]{0,80}, )?(?:where|when)|(?:Hours |Days |Shortly |Even |Just |The day )?"
    r"(?:[Aa]fter|[Bb]efore|[Aa]s)|When|While|Since|Until|Once|Although|Though|Because)\b(?: \w+){0,2}? $"
)
LEADING_IN = re.compile(
    r"^\W*(?:Bei|Nach|Vor|Während|Auf|In|Mit|Zu|Am Rande|Zum"
    r"|After|Before|During|On|In|At|Upon|Ahead of|For)\b[^,]{0,40}$"
)


class Pronouns:
    """Resolves the pronouns of one article, sentence by sentence."""

    def __init__(self, salience: Salience, pairs: Pairs, antecedents: Antecedents) -> None:
        self.pairs, self.antecedents = pairs, antecedents
        self.salience, self.trail, self.draft = salience, salience.trail, salience.draft
        self.bystanders = Bystanders(self.draft, salience.roll)
        self.pronoun = PRONOUNS["en" if self.draft.language == "en" else "de"]

    def resolve(self, sentence: Sentence) -> None:
        """The pronouns of a sentence: as its subject whoever did something before, as its object somebody else."""
        text = self.draft.text
        subjects: set[bool] = set()  # whether a woman: of whom the sentence has such a pronoun already
        objects: set[bool] = set()
        for found in self.pronoun.finditer(text, sentence.start, sentence.end):
            if self.trail.covers(found.start()) or self._polite(found, sentence):
                continue  # Liu He, He Lifeng
            word = found.group().lower()
            if word in ("they", "them") or (
                word == "sie"
                and (PLURAL_VERB.match(text, found.end()) or VERB_BEFORE.search(text, sentence.start, found.start()))
            ):
                self._both_before(found, sentence)
                continue
            if sentence.place == 0 and OWNING(word):
                continue  # with nobody said before, the owner is said behind
            woman = word in WOMAN
            said = self.salience.so_far(sentence, found.start())
            alike = [a for a in said if a.who.feminine == woman]
            if word in OBJECT and not HER_OWN.match(text, found.start()):
                owner = self._owner(sentence, found.start(), woman)
                if owner is not None and woman not in objects and any(a.who.name != owner.name for a in alike):
                    self.salience.add(found.start(), found.end(), owner, "pronoun")
                    objects.add(woman)
                    continue
                if woman in objects or not self._another(found.start(), alike):
                    continue  # in another clause of the sentence: whom it means is there
            elif (
                woman in subjects
                or woman in objects
                or self._cataphora(found, sentence, woman)
                or (word in NOMINATIVE and not said and self._ahead_of_subject(found, sentence, woman))
                or self._subject(sentence, alike)
            ):
                continue
            named = {a.who.name for a in said}
            named.update(w.name for _, w in self.trail.of(found.end(), sentence.end))
            who = self._before(word, sentence, woman, named)
            if who is not None:
                self.salience.add(found.start(), found.end(), who, "pronoun")
                (objects if word in OBJECT else subjects).add(woman)

    def _polite(self, found: re.Match[str], sentence: Sentence) -> bool:
        """True for `wenn Sie so wollen`: that is whoever is spoken to."""
        capital = self.draft.language == "de" and found.group()[0] in "SI"
        before = self.draft.text[max(sentence.start, found.start() - 3) : found.start()]
        return capital and BEGINNING.search(before) is None

    def _owner(self, sentence: Sentence, until: int, woman: bool) -> Who | None:
        """Whom `his` means before `him`: `His Egyptian colleague will see him`."""
        for mention in reversed(self.salience.found):
            if mention.start < sentence.start:
                return None
            own = mention.kind == "pronoun" and OWNING(self.draft.text[mention.start : mention.end].lower())
            if own and mention.end <= until and mention.name and mention.feminine == woman:
                return self.salience.roll.people.get(mention.name)
        return None

    def _subject(self, sentence: Sentence, alike: list[Actor]) -> bool:
        """True where somebody of those said before hangs on no preposition: who is meant stands in the sentence."""
        text = self.draft.text
        return any(not WITH.search(text, max(sentence.start, a.begin - 40), a.begin) for a in alike)

    def _cataphora(self, found: re.Match[str], sentence: Sentence, woman: bool) -> bool:
        """`Bei seinem Besuch traf Merz ...`: who is meant comes behind."""
        return (
            OWNING(found.group().lower()) is not None
            and any(w.feminine == woman for _, w in self.trail.of(found.end(), sentence.end))
            and LEADING_IN.search(self.draft.text[sentence.start : found.start()]) is not None
        )

    def _ahead_of_subject(self, found: re.Match[str], sentence: Sentence, woman: bool) -> bool:
        """`In Manila, wo er ankam, sagte Blinken`: the subject comes behind; not `Als er kam, empfing ihn Blinken`."""
        text = self.draft.text
        if LEADING_CLAUSE.search(text[sentence.start : found.start()]) is None:
            return False
        ends = text.find(",", found.end(), sentence.end)
        if ends < 0:
            return False
        at, who = next(iter(self.trail.of(ends, sentence.end)), (ends, None))
        if who is None or who.feminine != woman or WITH.search(text, max(ends, at - 40), at):
            return False
        behind = (m for m in self.pronoun.finditer(text, ends, sentence.end) if (m.group() in WOMAN) == woman)
        return not any(m.group() in OBJECT or (m.group() in NOMINATIVE and m.start() < at) for m in behind)

    def _another(self, at: int, alike: list[Actor]) -> bool:
        """True for `Rajji will meet him`, not where another clause or the object before says who is meant."""
        text = self.draft.text
        return len({a.who.name for a in alike}) < TWO and not any(
            CLAUSE.search(text, behind.end() if (behind := RELATIVE.match(text, a.end, at)) else a.end, at)
            for a in alike
        )

    def _before(self, word: str, sentence: Sentence, woman: bool, named: set[str]) -> Who | None:
        """Who did something in the sentences before, and is not named in this one."""
        kind = "him" if word in OBJECT else "his" if OWNING(word) else "he"
        who = self.antecedents.who(
            kind, sentence, sentence.start, lambda w: w.feminine == woman and w.name not in named
        )
        other = self.bystanders.last(sentence.start, woman) if who is not None else -1
        if who is None or (other >= 0 and other >= self._said_last(who, sentence.start)):
            return None
        return who

    def _said_last(self, who: Who, until: int) -> int:
        """Where somebody was named or meant last before a place."""
        named = max([span.end for span in who.spans if span.end <= until], default=0)
        return max([named, *(m.end for m in self.salience.found if m.name == who.name and m.end <= until)])

    def _both_before(self, found: re.Match[str], sentence: Sentence) -> None:
        """`they`: the two of different states of the sentence before; `them` others than whoever acts here."""
        if sentence.place == 0:
            return
        here = {w.name for _, w in self.trail.of(sentence.start, found.start())}
        if here and found.group() != "them":
            return
        before = self.draft.sentences[sentence.place - 1]
        told = {a.who.country for a in self.salience.actors(before) if a.who.role}
        if len(told) > 1:
            pair = self.pairs.people(before, before.end, lambda _: True)
        elif told and not here:
            pair = self.pairs.met(sentence)
        else:
            return
        if here.isdisjoint(w.name for w in pair):
            for who in pair:
                self.salience.add(found.start(), found.end(), who, "both")
