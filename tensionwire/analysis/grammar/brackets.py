"""German verbs whose particle stands at the end of the clause, by what they say of a contact: "sagte ... ab"."""

from collections import defaultdict
from collections.abc import Sequence

# How a form begins, and its particle, by family of cues.
SPLIT = {
    "cancelled": (
        "sag+ab lehn+ab brach+ab bricht+ab brech+ab blies+ab wies+ab weis+ab zog+ab wend+ab fiel+aus fäll+aus "
        "fall+aus schloss+aus schließ+aus schlug+aus schläg+aus lad+aus lud+aus wich+aus setz+aus bleib+aus "
        "blieb+aus rück+zu fror+ein stell+ein schob+auf schieb+auf blieb+fern bleib+fern wies+zurück weis+zurück "
        "ruder+zurück fall+weg fäll+weg fiel+weg blieb+weg"
    ),
    "unclear": (
        "steh+aus stand+aus steh+infrage stell+infrage ließ+offen läss+offen lass+offen halt+offen hielt+offen "
        "hält+offen"
    ),
    "possible": "lot+aus sprach+aus steuer+zu streb+an dacht+an peil+an deut+an komm+infrage",
    "offer": "bot+an biet+an reg+an schlug+vor schläg+vor schlag+vor lud+ein läd+ein lad+ein",
    "demand": "frag+an mahn+an forder+auf ruf+auf rief+auf",
    "accepted": (
        "sag+zu stimm+zu nahm+an nimm+an nehm+an willig+ein ging+ein steh+fest stand+fest leg+fest halt+fest "
        "hält+fest hielt+fest"
    ),
    "planned": (
        "richt+aus geh+aus ging+aus kündig+an steh+an stand+an setz+an beraum+an meld+an komm+an tret+an tritt+an "
        "lauf+an seh+vor sah+vor sieht+vor bereit+vor hab+vor hat+vor zog+vor plan+ein treff+ein triff+ein "
        "bricht+auf nehm+auf nimmt+auf find+statt steh+bevor stand+bevor komm+zusammen triff+zusammen "
        "treff+zusammen tritt+zusammen tret+zusammen nimm+teil nehm+teil komm+zustande seh+entgegen sieht+entgegen "
        "sah+entgegen fieber+entgegen"
    ),
    "happened": (
        "reist+ab hielt+ab flog+ab schloss+ab kam+an rief+an trat+an fing+an traf+ein brach+auf nahm+auf "
        "fand+statt kehr+zurück flog+zurück kam+zusammen traf+zusammen saß+zusammen trat+zusammen nahm+teil "
        "kam+zustande"
    ),
}
# Words behind a particle that still ends its clause.
AFTER = frozenset("und sowie oder wie als wenn nachdem weil ob bevor".split())


def _particles() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for family, verbs in SPLIT.items():
        for verb in verbs.split():
            stem, particle = verb.split("+")
            found[particle][stem] = family
    return dict(found)


PARTICLES = _particles()


def bracket(lower: Sequence[str], places: Sequence[int]) -> tuple[str, str]:
    """The family and the particle of the split verb of a clause, both empty where it has none.

    `places` are the positions of the clause in the words `lower` of the sentence.
    """
    for index in range(len(places) - 1, 0, -1):
        place = places[index]
        verbs = PARTICLES.get(lower[place])
        if verbs is None or not ends(lower, place):
            continue
        for before in places[:index]:
            for stem, family in verbs.items():
                if lower[before].startswith(stem):
                    return family, lower[place]
    return "", ""


def ends(lower: Sequence[str], place: int) -> bool:
    """True where a clause can end behind a particle: a mark follows, or a joining word."""
    following = lower[place + 1] if place + 1 < len(lower) else "."
    return not following[0].isalpha() or following in AFTER
