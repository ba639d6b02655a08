"""German compounds of words of a contact: `Geheimtreffen`, `Grenzberatungen`, `Telefonschalte`.

Lists name the usual ones; of others the first part must say who talks, of what or how. `Klassentreffen`,
`Tarifverhandlungen` and `Fernsehgespräch` are none.
"""

import re
from collections.abc import Iterator

from tensionwire.analysis.draft import Draft
from tensionwire.lexicon.compiled import Hit

FIRST = (
    "Geheim Krisen Grenz Friedens Frieden Sonder Zweier Dreier Vierer Einzel Spitzen Gipfel Minister "
    "Außenminister Aussenminister Verteidigungsminister Finanzminister Handelsminister Präsidenten "
    "Delegations Handels Zoll Abrüstungs Atom Nuklear Waffenruhe Waffenstillstands Feuerpausen Vermittlungs "
    "Vermittler Folge Anschluss Vorbereitungs Mini Kurz Telefon Video Online Beitritts Brexit Ukraine Syrien "
    "Nahost Nordkorea Korea Iran Libyen Jemen Sudan Kosovo Zypern Gas Energie Wasser Sicherheits Militär "
    "Rüstungs Antritts Abschieds Höflichkeits Botschafter Regierungschefs Not Eil Arbeits Vieraugen Vorab"
).split()
COMPOUND = re.compile(
    rf"\b(?:{'|'.join(FIRST)})"
    r"(treffens?|gespräch(?:en?|s)?|verhandlungen|beratungen|gipfels?|telefonats?|schalte)\b"
)


def compounds(draft: Draft) -> Iterator[Hit]:
    """Where such words stand, with the meanings of the words in which they end."""
    for found in COMPOUND.finditer(draft.text) if draft.language == "de" else ():
        hit = draft.lexicon.whole(found[1].capitalize(), "de")
        if hit is not None and "contact" in hit.kinds:
            yield hit._replace(start=found.start(), end=found.end())
