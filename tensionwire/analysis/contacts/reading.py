"""What the clause of a contact says of its status by grammar alone: the first rule that holds.

The reading is one cue among the others: how far each rule is to be trusted is learned.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tensionwire.contracts.tagged import Status


@dataclass(frozen=True)
class Said:
    """A contact word in its clause.

    `role` (noun, verb, silent) and `form` of the word; codes of the `auxiliaries`; the English `chain` before a verb ("was due to");
    `tense` of the clause; `families` of its cues and `words` of them; `above` those of the clause on which it hangs; `date` against the article's.
    """

    role: str
    form: str
    tense: str
    auxiliaries: frozenset[str]
    chain: str
    families: frozenset[str]
    words: frozenset[str]
    negated: bool
    opener: str
    above: frozenset[str]
    above_negated: bool
    conditional: bool
    question: bool
    without: bool
    preposition: str
    perfect: bool
    own: frozenset[str]
    elsewhere: frozenset[str]
    date: str


FUTURE = frozenset({"wird", "werde", "will", "wolle", "soll", "solle", "would", "möchte", "is to", "was to"})
DURING = frozenset("nach bei beim während in im am after during following at in seit since".split())
DOUBT = frozenset({"könnte", "may", "could", "dürfte", "würde", "könne", "müsste"})
PERFECT = frozenset({"hat", "haben", "habe", "hatte", "has", "had", "wurde", "worden", "been"})
PAST = frozenset({"past", "wurde", "hat", "hatte", "had", "was", "war", "did", "konnte", "durfte", "musste"})
RULED_OUT = frozenset("aus ausgeschlossen ausschließen auszuschließen ausschloss rule-out ruled out rules ruling deny denied denies".split())
HAD_TO = ("had to", "able to", "managed to", "has to", "continued to")
SETTLED = frozenset({"accepted", "planned"})

RULES: tuple[tuple[str, Status, Callable[[Said], bool]], ...] = (
    ("not ruled out", "possible", lambda s: s.negated and any(w.startswith(("ausgeschl", "ausschl", "auszuschl", "rule", "split")) for w in s.words)),
    ("whether", "possible", lambda s: s.opener == "whether"),
    ("asked", "possible", lambda s: s.question),
    ("without", "cancelled", lambda s: s.without),
    ("setting", "held", lambda s: s.preposition in DURING and bool(PAST & ({*s.auxiliaries, s.tense})) and not FUTURE & s.auxiliaries),
    ("unclear", "possible", lambda s: "unclear" in s.families),
    ("was to have", "cancelled", lambda s: s.chain.endswith("to has") or "hätte" in s.auxiliaries and ("soll" in s.auxiliaries or s.form == "infinitive")),
    ("would have", "cancelled", lambda s: "wäre" in s.auxiliaries and s.form == "participle" or "would has" in s.chain),
    ("had been planned", "cancelled", lambda s: {"been", "had"} <= s.auxiliaries and "planned" in s.families and s.role == "noun"),
    ("called off", "cancelled", lambda s: "cancelled" in s.families and not s.negated and not DOUBT & s.auxiliaries),
    ("denied above", "cancelled", lambda s: s.opener in ("that", "reported") and "cancelled" in s.above and not s.above_negated),
    ("not agreed", "possible", lambda s: s.negated and bool({"accepted", "agreed", "announced"} & s.families)),
    ("not", "cancelled", lambda s: s.negated),
    ("is to", "planned", lambda s: s.chain.endswith((" to", " to be")) and not s.chain.startswith(HAD_TO) and not {"offer", "demand", "possible"} & s.families),
    ("may", "possible", lambda s: bool(DOUBT & s.auxiliaries)),
    ("if", "possible", lambda s: s.opener == "if" or s.conditional and bool((FUTURE | {"present"}) & ({*s.auxiliaries, s.tense}))),
    ("is said to have", "held", lambda s: bool({"soll", "solle", "will"} & s.auxiliaries) and "haben" in s.auxiliaries),
    ("accepted", "planned", lambda s: "accepted" in s.families and "offer" in s.families),
    ("possible", "possible", lambda s: "possible" in s.families),
    ("held", "held", lambda s: "happened" in s.families and bool(PAST & ({*s.auxiliaries, s.tense})) and s.role == "noun"),
    ("offered", "possible", lambda s: bool({"offer", "demand"} & s.families) and not (FUTURE - {"would"}) & s.auxiliaries and (s.form not in ("past", "participle") or bool({"offer", "demand"} & s.own))),
    ("will", "planned", lambda s: bool(FUTURE & s.auxiliaries)),
    ("then called off", "cancelled", lambda s: "cancelled" in s.elsewhere and (bool({"sollte", "wollte", "was to"} & s.auxiliaries) or "planned" in s.families and bool(PAST & s.auxiliaries))),
    ("should", "planned", lambda s: bool({"sollte", "wollte", "should"} & s.auxiliaries)),
    ("has come", "held", lambda s: s.perfect and "ist" in s.auxiliaries and "planned" not in s.families),
    ("planned", "planned", lambda s: bool(SETTLED & s.families) and s.role != "verb"),
    ("held", "held", lambda s: "happened" in s.families and bool(PAST & ({*s.auxiliaries, s.tense}))),
    ("meets", "planned", lambda s: s.role == "verb" and s.form == "present" and not PERFECT & s.auxiliaries),
    ("met", "held", lambda s: s.role == "verb" and (s.form == "past" or s.form == "participle" and bool(PERFECT & s.auxiliaries))),
    ("ahead", "planned", lambda s: "ahead" in s.families and not PAST & ({*s.auxiliaries, s.tense})),
    ("settled", "planned", lambda s: bool(SETTLED & s.families)),
    ("now", "planned", lambda s: s.tense in ("present", "ist", "is", "subjunctive") and s.date != "past"),
    ("past", "held", lambda s: bool(PAST & ({*s.auxiliaries, s.tense}))),
)


def reading(said: Said) -> tuple[str, str]:
    """The first rule that holds and its status; ("none", "none") where none does."""
    return next(((name, status) for name, status, holds in RULES if holds(said)), ("none", "none"))
