"""Step 2: the language, by a count of small words."""

import re

from tensionwire.analysis.draft import Draft

SAMPLE = 3000  # code points are enough to tell two languages apart
# Not those of both languages: in, an, was, will, so.
GERMAN = frozenset(
    "der die das und ist nicht mit dem den ein eine einen einem einer von vom zu zum zur auf für am im des sich auch "
    "wird wurde bei beim nach wie hat haben sein seine seinen seinem ihr ihre ihren dass als aus um über er sie es "
    "traf trifft treffen sprach telefonierte sagte reist reiste".split()
)
ENGLISH = frozenset(
    "the and of to is that with for on as by at from his her he she has have had said are be it its their they after "
    "met meet meets spoke president who which not a while called visited between".split()
)
SMALL = dict.fromkeys(GERMAN, "de") | dict.fromkeys(ENGLISH, "en")
ENGLISH_FORM = re.compile(r"[’']s\b|\b[a-z]{3,}ed\b|\b[a-z]{4,}ing\b")  # decides where small words do not
WORDS = re.compile(r"\w+")


def language(draft: Draft) -> None:
    """`de` or `en`: as the producer said, else by the small words of the text's beginning."""
    said = (draft.said_language or "").lower()[:2]
    if said in ("de", "en"):
        draft.language = said
        return
    small = list(map(SMALL.get, WORDS.findall(draft.text[:SAMPLE].lower())))
    english, german = small.count("en"), small.count("de")
    draft.language = "en" if english > german or (english == german and ENGLISH_FORM.search(draft.text)) else "de"
