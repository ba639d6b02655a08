"""German contact verbs whose particle stands at the end of the clause: "rief den Präsidenten am Abend an"."""

from collections.abc import Container
from typing import NamedTuple

from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.grammar.brackets import ends
from tensionwire.contracts.tagged import Form

CITED = "zitierte zitierten zitiert zitieren"  # also: quoted
ORDERED = "bestellte bestellten bestellt bestellen rief riefen ruft rufen gerufen"
FLEW = "flog flogen fliegt fliegen"
TRAVELLED = "reiste reisten reist reisen"
WITHIN = frozenset({"ins", "sich"})  # `zitierte ihn ins Ministerium`, `zu sich`: no particles, and at no end
# The forms of the verb, the particle, and what both mean together.
VERBS = (
    ("rief riefen ruft rufen rufe", "an", "call", "call"),
    ("schaltete schalteten schaltet schalten", "zu", "call", "call"),
    ("kam kamen kommt kommen komme käme kämen", "zusammen", "meeting", "meet"),
    ("traf trafen trifft treffen treffe träfe", "zusammen", "meeting", "meet"),
    ("trat traten tritt treten", "zusammen", "meeting", "meet"),
    ("setzte setzten setzt setzen", "zusammen", "meeting", "meet"),
    ("saß saßen sass sassen sitzt sitzen", "zusammen", "meeting", "meet"),
    ("saß saßen sass sassen sitzt sitzen", "gegenüber", "meeting", "meet"),
    ("suchte suchten sucht suchen", "auf", "meeting", "receive"),
    ("bestellte bestellten bestellt bestellen", "ein", "meeting", "summon"),
    ("berief beriefen", "ein", "meeting", "summon"),
    *((CITED, where, "meeting", "summon") for where in ("herbei", "ins", "sich")),
    *((ORDERED, where, "meeting", "summon") for where in ("ins", "sich")),
    ("traf trafen trifft treffen treffe", "ein", "visit", "travel"),
    ("kam kamen kommt kommen komme", "an", "visit", "travel"),
    (TRAVELLED, "an", "visit", "travel"),
    *((FLEW, where, "visit", "travel") for where in ("ein", "ab", "hin", "weiter", "zurück")),
    *((TRAVELLED, where, "visit", "travel") for where in ("ab", "ein", "hin", "weiter", "nach", "zurück")),
    ("bricht brach brechen brachen breche", "auf", "visit", "travel"),
    ("taucht tauchte tauchen tauchten", "auf", "visit", "travel"),
    ("kehrt kehrte kehren kehrten", "zurück", "visit", "travel"),
    ("schaut schaute schauen schauten", "vorbei", "visit", "travel"),
    ("kommt kam kommen kamen", "vorbei", "visit", "travel"),
    ("hält hielt halten hielten", "auf", "visit", "transit"),
    ("lädt lud laden luden", "ein", "visit", "transit"),
)


class Meant(NamedTuple):
    """What a verb means with its particle."""

    form: Form
    group: str


BY_VERB: dict[str, dict[str, Meant]] = {}
for _forms, _particle, _form, _group in VERBS:
    for _verb in _forms.split():
        BY_VERB.setdefault(_verb, {})[_particle] = Meant(_form, _group)  # type: ignore[arg-type]
PARTICLES = frozenset(particle for known in BY_VERB.values() for particle in known)


def joined(scene: Scene) -> list[ContactWord]:
    """The contact words of a German sentence, in its order, split verbs read with their particles."""
    lower = scene.lower
    if scene.held.isdisjoint(PARTICLES) or scene.held.isdisjoint(BY_VERB):
        return scene.words
    found = {word.start: word for word in scene.words}
    for at, verb in enumerate(lower):
        particles = BY_VERB.get(verb)
        if particles is None or scene.held.isdisjoint(particles):
            continue
        for place in reversed(_places(lower, at, particles)):
            if scene.owner[place] is scene.owner[at]:
                meant = particles[lower[place]]
                start = scene.starts[at]
                forms, groups = frozenset({meant.form}), frozenset({meant.group})
                text = f"{verb} {lower[place]}"
                found[start] = ContactWord(start, start + len(verb), meant.form, meant.group, forms, groups, text)
                break
    return sorted(found.values())


def _places(lower: list[str], at: int, particles: Container[str]) -> list[int]:
    """Where a particle of the verb at `at` may stand, whatever the clauses: these cost more to find out."""
    return [
        place
        for place, word in enumerate(lower)
        if word in particles and (word in WITHIN or (place > at and ends(lower, place)))
    ]
