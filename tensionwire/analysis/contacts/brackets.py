"""German verbs whose particle stands at the end of the clause, by what they say of a contact: "sagte ... ab"."""

from collections.abc import Sequence

PARTICLES: dict[str, dict[str, str]] = {
    "ab": {
        "sag": "cancelled", "lehn": "cancelled", "brach": "cancelled", "bricht": "cancelled", "brech": "cancelled", "blies": "cancelled",
        "wies": "cancelled", "weis": "cancelled", "reist": "happened", "hielt": "happened", "hält": "present", "zog": "cancelled", "flog": "happened",
        "schloss": "happened", "wend": "cancelled",
    },
    "aus": {
        "fiel": "cancelled", "fäll": "cancelled", "fall": "cancelled", "schloss": "cancelled", "schließ": "cancelled", "schlug": "cancelled",
        "schläg": "cancelled", "lad": "cancelled", "lud": "cancelled", "lot": "possible", "wich": "cancelled", "setz": "cancelled", "sprach": "possible",
        "richt": "planned", "bleib": "cancelled", "blieb": "cancelled", "geh": "planned", "ging": "planned", "steh": "unclear", "stand": "unclear",
    },
    "zu": {"sag": "accepted", "stimm": "accepted", "rück": "cancelled", "steuer": "possible"},
    "an": {
        "kündig": "planned", "bot": "offer", "biet": "offer", "nahm": "accepted", "nimm": "accepted", "nehm": "accepted", "steh": "planned", "stand": "planned",
        "setz": "planned", "streb": "possible", "reg": "offer", "beraum": "planned", "frag": "demand", "dacht": "possible", "meld": "planned", "kam": "happened",
        "komm": "planned", "peil": "possible", "ruf": "present", "rief": "happened", "tret": "planned", "tritt": "planned", "trat": "happened", "lauf": "planned",
        "fing": "happened", "deut": "possible", "mahn": "demand",
    },
    "vor": {"schlug": "offer", "schläg": "offer", "schlag": "offer", "seh": "planned", "sah": "planned", "sieht": "planned", "bereit": "planned", "hab": "planned", "hat": "planned", "zog": "planned"},
    "ein": {"lud": "offer", "läd": "offer", "lad": "offer", "willig": "accepted", "ging": "accepted", "plan": "planned", "traf": "happened", "treff": "planned", "triff": "planned", "fror": "cancelled", "stell": "cancelled"},
    "auf": {"schob": "cancelled", "schieb": "cancelled", "forder": "demand", "ruf": "demand", "rief": "demand", "brach": "happened", "bricht": "planned", "nahm": "happened", "nehm": "planned", "nimmt": "planned"},
    "statt": {"fand": "happened", "find": "planned"},
    "bevor": {"steh": "planned", "stand": "planned"},
    "fest": {"steh": "accepted", "stand": "accepted", "leg": "accepted", "halt": "accepted", "hält": "accepted", "hielt": "accepted"},
    "fern": {"blieb": "cancelled", "bleib": "cancelled"},
    "zurück": {"wies": "cancelled", "weis": "cancelled", "kehr": "happened", "flog": "happened", "ruder": "cancelled"},
    "weg": {"fall": "cancelled", "fäll": "cancelled", "fiel": "cancelled", "blieb": "cancelled"},
    "zusammen": {"kam": "happened", "traf": "happened", "komm": "planned", "triff": "planned", "treff": "planned", "saß": "happened", "tritt": "planned", "tret": "planned", "trat": "happened"},
    "teil": {"nahm": "happened", "nimm": "planned", "nehm": "planned"},
    "nach": {"hol": "planned", "geholt": "planned"},
    "weiter": {"reist": "present", "flieg": "present", "zieh": "present", "geh": "present"},
    "zustande": {"kam": "happened", "komm": "planned"},
    "infrage": {"steh": "unclear", "stell": "unclear", "komm": "possible"},
    "offen": {"ließ": "unclear", "läss": "unclear", "lass": "unclear", "halt": "unclear", "hielt": "unclear", "hält": "unclear"},
    "entgegen": {"seh": "planned", "sieht": "planned", "sah": "planned", "fieber": "planned"},
}  # fmt: skip


def bracket(lower: Sequence[str], places: Sequence[int]) -> str:
    """The family of the split verb of a clause, nothing where it has none. `places` are the clause's tokens."""
    for index in range(len(places) - 1, 0, -1):
        verbs = PARTICLES.get(lower[places[index]])
        if verbs is None:
            continue
        following = lower[places[index] + 1] if places[index] + 1 < len(lower) else "."
        if following[0].isalpha() and following not in ("und", "sowie", "oder", "wie", "als", "wenn", "nachdem", "weil", "ob", "bevor"):
            continue
        for place in places[:index]:
            for stem, family in verbs.items():
                if lower[place].startswith(stem):
                    return family
    return ""
