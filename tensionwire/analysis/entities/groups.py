"""Two and more said together: "the two", "beide Präsidenten", "both sides", "the presidents of Serbia and Kosovo"."""

import re
from collections.abc import Callable, Mapping

from tensionwire.analysis.draft import Draft, Sentence
from tensionwire.analysis.entities.offices import SENT, Office
from tensionwire.analysis.entities.pairs import Pairs
from tensionwire.analysis.entities.roll import MINISTERS, TOP, Who, compatible
from tensionwire.analysis.entities.salience import Salience
from tensionwire.contracts.tagged import Role
from tensionwire.lexicon.compiled import Hit

Fits = Callable[[Who], bool]

# The noun behind `beide`, `the two`, with an adjective before it.
NOUN = {
    "de": re.compile(r"(?: ([a-zäöüß][\w-]*e[nr]))? ([A-ZÄÖÜ][\w-]*)"),
    "en": re.compile(r"(?: ([\w-]+))?? ([a-z][\w-]*(?:s|men|women))\b(?!\.\w)"),
}
PEOPLE = re.compile(
    r"(?:politiker|männer|männern|frauen|herren|rivalen|kontrahenten|kollegen|chefs|diplomaten|vermittlern?|spitzen"
    r"|unterhändlern?|gesandten|emissären?|gäste|gästen|gesprächspartnern?|generälen?|generalen?|staatsmännern?"
    r"|europäern?|staatsoberhäuptern?|monarchen|unterrednern?|beauftragten|widersachern?|präsidenten|premiers|führern?"
    r"|leaders|men|women|politicians|diplomats|negotiators|envoys|rivals|adversaries|foes|colleagues|counterparts"
    r"|visitors|guests|mediators|officials|generals|statesmen|interlocutors|strongmen|chiefs|presidents|premiers)$",
    re.IGNORECASE,
)
SIDES = re.compile(
    r"(?:seiten?|delegationen|regierungen|ländern?|staaten|lagern?|parteien|nachbarn|hauptstädten?|abordnungen|kabinette"
    r"|mächten?|nationen|volkswirtschaften|sides|governments|countries|delegations|parties|states|neighbours|neighbors|nations|capitals"
    r"|camps|powers|teams|cabinets|economies)$",
    re.IGNORECASE,
)
TOPS = re.compile(
    r"(?:präsidenten|staatschefs?|regierungschefs?|staatsoberhäuptern?|presidents|leaders|premiers)$", re.IGNORECASE
)
LEADERS_OF = re.compile(r"\b(?:(?:An)?[Ff]ührern?|Spitzen|[Ll]eaders|[Hh]eads)(?: of)? $")  # Führern beider Länder
BARE = re.compile(r"(?:[Dd](?:ie|en|er) )?(?:[Bb]eiden?|[Bb]eider|[Zz]wei)|[Tt]he two|[Bb]oth")  # whose noun may follow
# German words before a noun that are no verbs: `die beiden größten Häfen`, not `die beiden treffen Kollegen`.
ADJECTIVE = re.compile(r"(?:[sß]ten|enden|ierten|igen|ischen|lichen|iven|großen|kleinen|alten|neuen|reichen|armen)$")
TIMES = frozenset("Anfang Mitte Ende".split())
NO_NOUNS = frozenset("as was is has his its always perhaps afterwards besides this does towards discuss press".split())
# After these `both` stands for two; `both X and Y` does not.
BOTH_ALONE = re.compile(
    r" (?:of them|have|had|are|were|will|would|said|say|agreed|want|wanted|came|went|could|should|may|might|met|plan)\b"
    r"|[.,;]| (?:on|in|at|to|before|after|by|this|last|next|separately)\b(?![^.,;]* and )"
)
OF_BOTH = re.compile(
    r" (?:beider|der beiden|der zwei|of both|of the two|from both|from the two) (?:[a-zäöüß][\w-]+ ){0,2}"
    r"(?:\w*(?:[Ss]eiten|[Ll]änder|[Ss]taaten|[Nn]achbarn|[Rr]egierungen|[Ss]treitkräfte|[Aa]rmeen"
    r"|[Mm]ächte|[Mm]inisterien|[Dd]elegationen)|sides|countries|states|neighbou?rs|nations|powers|governments|capitals"
    r"|armies|militaries|armed forces|ministries|delegations)\b"
)
DEFINITE = re.compile(r"\b(?:the|both|these|their|two)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
REACH_OF_OFFICE = 60  # sentences back in which the two stand who hold an office


class Groups:
    """Resolves the words of one article that mean several."""

    def __init__(self, draft: Draft, salience: Salience, pairs: Pairs) -> None:
        self.draft, self.salience, self.pairs = draft, salience, pairs
        self.done: set[int] = set()  # where words begin that belong to words for two before them

    def two(self, hit: Hit, sentence: Sentence, offices: Mapping[int, Office]) -> None:
        """`the two`, `beide Seiten`, `the two foreign ministers`; `offices` are those of the text by their start."""
        text = self.draft.text
        said = text[hit.start : hit.end]
        noun, end = said.rsplit(" ", 1)[-1], hit.end
        if BARE.fullmatch(said):
            german = self.draft.language != "en"
            behind = NOUN["de" if german else "en"].match(text, hit.end)
            noun = ""
            if behind is not None:
                noun, end = behind[2], behind.end()
                office = offices.get(behind.start(2)) or offices.get(behind.start(1))
                if office is not None:
                    self.done.add(office.start)
                    if not self._named(office.end):
                        role = office.role
                        self._holders(hit, office.end, sentence, lambda w: compatible(w.role, role), role)
                    return
                if behind.start(2) in self.salience.roll.taken or noun in TIMES or noun in NO_NOUNS:
                    noun = ""
                elif noun.lower().endswith(("minister", "ministern", "ministers")):
                    self.done.add(behind.start(2))
                elif not (PEOPLE.search(noun) or SIDES.search(noun)):
                    described = german and behind[1] is not None and ADJECTIVE.search(behind[1]) is not None
                    if described or (behind[1] is None and (not german or self.draft.hit_at(behind.start(2)) is None)):
                        return  # die beiden Anlagen, die beiden größten Häfen, the two villas
                    noun = ""
            if not noun:
                end = hit.end
                if said in ("both", "Both") and not BOTH_ALONE.match(text, hit.end):
                    return
        if self._named(end):
            return
        if SIDES.search(noun) and LEADERS_OF.search(text, max(0, hit.start - 24), hit.start):
            self._holders(hit, hit.end, sentence, lambda w: w.role in TOP, "head-of-state")
        elif SIDES.search(noun):
            self._sides(hit, sentence)
        elif TOPS.search(noun):
            self._holders(hit, hit.end, sentence, lambda w: w.role in TOP, None)
        elif noun.lower().endswith(("minister", "ministern", "ministers")):
            self._holders(hit, hit.end, sentence, lambda w: w.role in MINISTERS, None)
        else:
            for who in self.pairs.people(sentence, hit.start, lambda _: True):
                self.salience.add(hit.start, hit.end, who, "both")

    def _named(self, end: int) -> bool:
        """True where the names of both stand behind: `the two foreign ministers, Mirzoyan and Bayramov`."""
        gap = 2 if self.draft.text.startswith(", ", end) else 1
        return end + gap in self.salience.roll.taken

    def _sides(self, hit: Hit, sentence: Sentence) -> None:
        people = self.pairs.people(sentence, hit.start, lambda _: True)
        states = self.pairs.states(sentence, hit.start)
        if people and (not states or {w.country for w in people} == set(states)):
            for who in people:
                self.salience.add(hit.start, hit.end, who, "both")
        elif states:
            for state, one in zip(states, self.pairs.of_states(states), strict=True):
                self.salience.add(hit.start, hit.end, one, "both", state)

    def _holders(self, hit: Hit, end: int, sentence: Sentence, fits: Fits, role: Role | None) -> None:
        """Two of an office; where the article does not name them, those of the two states that it is about."""
        people = self.pairs.people(sentence, hit.start, fits, REACH_OF_OFFICE)
        for who in people:
            self.salience.add(hit.start, end, who, "both")
        if not people and role in SENT:
            for who in self.pairs.people(sentence, hit.start, lambda _: True):
                self.salience.add(hit.start, end, who, "both")
        elif not people:
            for state in self.pairs.states(sentence, hit.start):
                self.salience.add(hit.start, end, self._holder(state, fits), "both", state, role)

    def ministers(self, hit: Hit, sentence: Sentence) -> None:
        """`die Minister`."""
        self._holders(hit, hit.end, sentence, lambda w: w.role in MINISTERS, None)

    def _holder(self, state: str, fits: Fits) -> Who | None:
        return next((w for w in self.salience.roll.people.values() if w.country == state and fits(w)), None)

    def several(self, office: Office, sentence: Sentence, states: list[str]) -> None:
        """`die Außenminister Polens und Litauens`, `the foreign ministers`: `states` are those behind it."""
        text = self.draft.text

        def fits(who: Who) -> bool:
            return compatible(who.role, office.role)

        of_both = OF_BOTH.match(text, office.end)
        if of_both is not None and len(states) < 2:
            self.done.update(h.start for h in self.draft.hits_of(sentence) if office.end < h.start < of_both.end())
            states = self.pairs.states(sentence, office.start) or [
                who.country for who in self.pairs.people(sentence, office.start, lambda _: True) if who.country
            ]
        if len(states) > 1:
            for state in states:
                who = self._holder(state, fits)
                self.salience.add(office.start, office.end, who, "office", state, office.role, office.begin)
        elif self.draft.language != "en" or DEFINITE.search(text[max(0, office.start - 40) : office.start]):
            for who in self.pairs.people(sentence, office.start, fits, REACH_OF_OFFICE):
                self.salience.add(office.start, office.end, who, "both")
