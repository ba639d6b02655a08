"""What the clause of a contact says of its status by grammar alone: the first rule that holds.

The reading is one cue among the others: how far each rule is to be trusted is learned.
"""

from collections.abc import Callable
from typing import NamedTuple

from tensionwire.analysis.grammar.phrase import Phrase
from tensionwire.contracts.tagged import Status


class Said(NamedTuple):
    """A contact word in its clause, as `telling` finds it.

    Of the word: `group`, `role` (noun, verb, manner, silent), `form`, the English `chain` before it ("was due to"), its
    `own` families of cues, its `phrase`. Of its clause: `tense`, `auxiliaries` and `verbs` (codes), what opens it
    (`opener`), whether it is `negated`, asks (`question`), has a German `perfect` participle or tells what was left
    undone (`without`); its `cues` (family, words) and all `families`; family and particle of its `split` verb; its
    `date` against the article's. Of the clause on which it hangs: `above_tense`, `above` (families), `above_negated`.
    Families `elsewhere` in the sentence and in the `following` one. `conditional`: an if stands in the sentence.
    """

    group: str
    role: str
    form: str
    chain: str
    own: frozenset[str]
    phrase: Phrase
    tense: str
    auxiliaries: frozenset[str]
    verbs: tuple[str, ...]
    opener: str
    negated: bool
    question: bool
    perfect: bool
    without: bool
    cues: tuple[tuple[str, str], ...]
    families: frozenset[str]
    split: str
    date: str
    above_tense: str
    above: tuple[str, ...]
    above_negated: bool
    elsewhere: frozenset[str]
    following: frozenset[str]
    preceding: frozenset[str]
    conditional: bool

    @property
    def past(self) -> bool:
        """True for a clause told in the past."""
        return self.tense in PAST or not PAST.isdisjoint(self.auxiliaries)

    @property
    def past_or_perfect(self) -> bool:
        """True for a clause told in the past or the perfect: also `haben getroffen`, `habe geführt`, `has held`."""
        return self.past or not HAVE.isdisjoint(self.auxiliaries)

    @property
    def future(self) -> bool:
        """True for a clause about what will be, or is said to be wanted."""
        return not FUTURE.isdisjoint(self.auxiliaries)

    def has(self, *families: str) -> bool:
        """True where the clause has a cue of one of the families."""
        return not self.families.isdisjoint(families)

    def later(self, family: str) -> bool:
        """True where another clause or the next sentence has a cue of the family."""
        return family in self.elsewhere or family in self.following


FUTURE = frozenset({"wird", "werde", "will", "wolle", "soll", "solle", "would", "möchte", "dürfte", "is to", "was to"})
DOUBT = frozenset({"könnte", "may", "could", "würde", "könne", "müsste"})
PERFECT = frozenset({"hat", "haben", "habe", "hatte", "has", "had", "wurde", "worden", "been"})
PAST = frozenset({"past", "wurde", "hat", "hatte", "had", "was", "war", "did", "konnte", "durfte", "musste"})
HAVE = frozenset({"haben", "habe", "has"})
NOW = frozenset({"present", "ist", "is", "subjunctive"})
DURING = frozenset("nach bei beim während in im am after during following at seit since genitive".split())
JOURNEYS, ON = frozenset({"travel", "journey"}), frozenset({"on", "auf"})  # on a visit, auf einer Reise
UNSETTLED = frozenset({"cancelled", "unclear", "possible", "offer", "demand", "planned", "announced", "accepted"})
OWN = frozenset("seinem seiner ihrem ihrer seinen ihren".split())
AHEAD = frozenset({"vor", "before", "ahead"})
BACK = frozenset({"past", "weekday back"})  # how the date of a clause lies
PLANS = frozenset({"planned", "announced", "agreed", "accepted"})
MADE = frozenset({"ist", "sei", "wurde", "is", "was", "war"})
EVIDENTIAL = frozenset(
    "said believed reported thought understood known alleged rumoured rumored claimed claims claim appears appeared"
    " appear seems seemed seem confirmed admitted acknowledged shown".split()
)
HAD_TO = ("had to", "able to", "managed to", "has to", "continued to")
SETTLING = frozenset({"none", "zu", "auf", "on", "to"})
OFF = frozenset(
    {"abgesagt", "abgesagte", "gestrichen", "abgeblasen", "called off", "cancelled", "canceled", "scrapped"}
)
RULED_OUT = ("ausgeschl", "ausschl", "auszuschl", "rule", "ruling")


def _ruled_out(s: Said) -> bool:
    return s.split == "cancelled, aus" or any(words.startswith(RULED_OUT) for _, words in s.cues)


def _was_to_have(s: Said) -> bool:
    if "to has" in s.chain and not _evident(s):
        return True
    if {"was to", "has"} <= s.auxiliaries and s.role != "noun":
        return True
    return "hätte" in s.auxiliaries and ("soll" in s.auxiliaries or s.form == "infinitive")


def _evident(s: Said) -> bool:
    """Is said to have met, claimed to have spoken."""
    return not EVIDENTIAL.isdisjoint(s.chain.split())


def _setting(s: Said) -> bool:
    during = s.phrase.preposition in DURING or (s.group in JOURNEYS and s.phrase.preposition in ON)
    return during and s.past and not s.future and UNSETTLED.isdisjoint(s.phrase.head)


def _coming(s: Said) -> bool:
    """Discussed the upcoming visit, der bevorstehende Besuch."""
    return (
        s.role == "noun" and not PLANS.isdisjoint(s.phrase.attributes) and not s.has("happened", "possible", "unclear")
    )


def _before_the_planned(s: Said) -> bool:
    """Vor dem für Montag geplanten Treffen, ahead of the planned summit."""
    return s.phrase.preposition in AHEAD and not PLANS.isdisjoint(s.phrase.attributes)


def ahead_of_it(s: Said) -> bool:
    """Ahead of the talks, vor seinem Treffen; not `vor der Sitzung`, which may be another, nor what is past."""
    german = s.phrase.preposition == "vor" and s.phrase.determiner in OWN and "hatte" not in s.auxiliaries
    return (german or s.phrase.preposition == "ahead") and s.date not in BACK


def _then_called_off(s: Said) -> bool:
    past_plan = s.has("planned", "possible") and not PAST.isdisjoint(s.auxiliaries)
    return s.later("cancelled") and (past_plan or not s.auxiliaries.isdisjoint({"sollte", "wollte", "was to"}))


def _is_to(s: Said) -> bool:
    return (
        s.chain.endswith((" to", " to be"))
        and not s.chain.startswith(HAD_TO)
        and not s.has("offer", "demand", "possible")
    )


def _offered(s: Said) -> bool:
    if not s.has("offer", "demand") or s.auxiliaries & (FUTURE - {"would"}):
        return False
    return s.form not in ("past", "participle") or not s.own.isdisjoint({"offer", "demand"})


def _settled(s: Said) -> bool:
    """Vereinbarten ein Treffen, agreed on talks; not `vereinbarten bei dem Treffen`."""
    return not s.auxiliaries.isdisjoint(MADE) or s.phrase.preposition in SETTLING


def _met(s: Said) -> bool:
    return s.role == "verb" and (s.form == "past" or (s.form == "participle" and not PERFECT.isdisjoint(s.auxiliaries)))


RULES: tuple[tuple[str, Status, Callable[[Said], bool]], ...] = (
    ("not ruled out", "possible", lambda s: s.negated and _ruled_out(s)),
    ("whether", "possible", lambda s: s.opener == "whether"),
    ("asked", "possible", lambda s: s.question),
    ("without", "cancelled", lambda s: s.without),
    ("planned, and before it", "planned", _before_the_planned),
    ("ahead of it", "planned", ahead_of_it),
    ("setting", "held", _setting),
    ("unclear", "possible", lambda s: s.has("unclear")),
    ("was to have", "cancelled", _was_to_have),
    (
        "would have",
        "cancelled",
        lambda s: ("wäre" in s.auxiliaries and s.form == "participle") or "would has" in s.chain,
    ),
    (
        "had been planned",
        "cancelled",
        lambda s: s.role == "noun" and {"been", "had"} <= s.auxiliaries and s.has("planned"),
    ),
    ("called off", "cancelled", lambda s: s.has("cancelled") and not s.negated and DOUBT.isdisjoint(s.auxiliaries)),
    (
        "not ruled out, that",
        "possible",
        lambda s: s.opener in ("that", "reported") and "cancelled" in s.above and s.above_negated,
    ),
    (
        "denied",
        "cancelled",
        lambda s: s.opener in ("that", "reported") and "cancelled" in s.above and not s.above_negated,
    ),
    ("doubted", "possible", lambda s: s.opener == "that" and "unclear" in s.above),
    ("not agreed", "possible", lambda s: s.negated and s.has("accepted", "agreed", "announced")),
    ("not", "cancelled", lambda s: s.negated),
    ("coming", "planned", _coming),
    ("is to", "planned", _is_to),
    ("may", "possible", lambda s: not DOUBT.isdisjoint(s.auxiliaries)),
    ("if", "possible", lambda s: s.opener == "if" or (s.conditional and (s.future or s.tense == "present"))),
    (
        "is said to have",
        "held",
        lambda s: (
            ("haben" in s.auxiliaries and not s.auxiliaries.isdisjoint({"soll", "solle", "will"}))
            or ("to has" in s.chain and _evident(s) and not s.negated and s.own.isdisjoint({"offer", "demand"}))
        ),
    ),
    ("accepted", "planned", lambda s: s.has("accepted") and s.has("offer")),
    ("possible", "possible", lambda s: s.has("possible")),
    ("held", "held", lambda s: s.role == "noun" and s.has("happened") and s.past_or_perfect),
    ("offered, then refused", "cancelled", lambda s: _offered(s) and "cancelled" in s.following),
    ("offered, then accepted", "planned", lambda s: _offered(s) and "accepted" in s.following),
    ("offered", "possible", _offered),
    ("will", "planned", lambda s: s.future),
    ("then called off", "cancelled", _then_called_off),
    ("should", "planned", lambda s: not s.auxiliaries.isdisjoint({"sollte", "wollte", "should"})),
    ("has come", "held", lambda s: s.perfect and "ist" in s.auxiliaries and not s.has("planned")),
    ("agreed", "planned", lambda s: s.role == "noun" and s.has("agreed") and _settled(s)),
    ("announced", "planned", lambda s: s.role == "noun" and s.has("announced") and s.phrase.preposition == "none"),
    ("planned", "planned", lambda s: s.role != "verb" and s.has("accepted", "planned")),
    ("happened", "held", lambda s: s.has("happened") and s.past_or_perfect),
    ("meets", "planned", lambda s: s.role == "verb" and s.form == "present" and PERFECT.isdisjoint(s.auxiliaries)),
    ("met", "held", _met),
    ("ahead", "planned", lambda s: s.has("ahead") and not s.past),
    ("settled", "planned", lambda s: s.has("accepted", "planned")),
    (
        "reported to do",
        "planned",
        lambda s: s.tense == "subjunctive" and s.opener in ("reported", "that") and s.date != "past",
    ),
    ("now", "planned", lambda s: s.tense in NOW and s.date != "past"),
    ("past", "held", lambda s: s.past),
    ("have", "held", lambda s: not s.auxiliaries.isdisjoint({"haben", "habe"})),
    ("has", "held", lambda s: "has" in s.auxiliaries and s.role in ("manner", "silent")),
)


def called_off(said: Said) -> bool:
    """True for a meeting of which the clause says outright that it is off: `das angesetzte Treffen wurde abgesagt`.

    What is only put off may have a new date, and what took place was not called off, whatever else was.
    """
    if said.role != "noun" or said.phrase.preposition != "none" or said.opener not in ("", "relative"):
        return False
    if said.has("happened") or not said.auxiliaries.isdisjoint({"wäre", "hätte", "would"}):
        return False
    return any(words in OFF for _, words in said.cues) and reading(said)[0] == "called off"


def reading(said: Said) -> tuple[str, str]:
    """The first rule that holds and its status; ("none", "none") where none does."""
    return next(((name, status) for name, status, holds in RULES if holds(said)), ("none", "none"))
