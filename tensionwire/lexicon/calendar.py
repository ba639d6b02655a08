"""The words of German and English dates: months, days, seasons, units, numbers, and which way they point."""

from collections.abc import Sequence
from typing import Literal

from tensionwire.lexicon.model import Entry, Meaning

Unit = Literal["day", "week", "month", "year"]
Part = Literal["early", "mid", "late", "first half", "second half"]


def _numbered(names: str, first: int = 1) -> dict[str, int]:
    """The names of each line, with the number of the line."""
    return {name: number for number, line in enumerate(names.strip().splitlines(), first) for name in line.split()}


MONTHS = _numbered("""
    januar jänner january jan
    februar feber february feb
    märz march mar
    april apr
    mai may
    juni june jun
    juli july jul
    august aug
    september sept sep
    oktober october oct okt
    november nov
    dezember december dec dez
""")
SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) < 5) - {
    "mai",
    "may",
    "june",
    "juni",
    "july",
    "juli",
    "märz",
}
# Names that are also words or people's: months only beside a preposition, a day or a year.
DOUBTFUL_MONTHS = SHORT_MONTHS | {"mai", "may", "march", "june", "april", "august"}

YEARS = range(1900, 2200)  # what lies outside is a number, or a slip of the source

DAYS = _numbered(
    """
    montag monday
    dienstag tuesday
    mittwoch wednesday
    donnerstag thursday
    freitag friday
    samstag sonnabend saturday
    sonntag sunday
""",
    first=0,
)
HOURS = (
    "",
    "s",
    "abend",
    "nachmittag",
    "vormittag",
    "morgen",
    "mittag",
    "nacht",
    "früh",
    "abends",
    "morgens",
    "nachmittags",
)
WEEKDAYS = {day + hour: number for day, number in DAYS.items() for hour in HOURS}

NEAR_DAYS = {
    "vorgestern": -2, "gestern": -1, "heute": 0, "heutigen": 0, "gestrigen": -1, "morgigen": 1, "übermorgen": 2,
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1,
}  # fmt: skip

SEASONS = {  # the first of their three months
    "frühjahr": 3, "frühling": 3, "spring": 3, "sommer": 6, "summer": 6,
    "herbst": 9, "autumn": 9, "fall": 9, "winter": 12,
}  # fmt: skip

_UNIT_NAMES: dict[Unit, str] = {
    "day": "tag tage tagen tages tags day days",
    "week": "woche wochen week weeks",
    "month": "monat monate monaten monats month months",
    "year": "jahr jahre jahren jahres year years",
}
UNITS: dict[str, Unit] = {name: unit for unit, names in _UNIT_NAMES.items() for name in names.split()}
FORTNIGHT = "fortnight"
WEEKENDS = frozenset(("wochenende", "wochenendes", "weekend"))
PERIODS: dict[str, tuple[Unit, Part]] = {  # a word for the end or beginning of one
    "monatsende": ("month", "late"), "monatsanfang": ("month", "early"), "monatsbeginn": ("month", "early"),
    "jahresende": ("year", "late"), "jahresanfang": ("year", "early"), "jahresbeginn": ("year", "early"),
    "wochenbeginn": ("week", "early"), "wochenanfang": ("week", "early"),
}  # fmt: skip
DAYS_BEFORE = {"vortag": -1, "vorabend": -1, "folgetag": 1}
HOURS_OF_DAY = frozenset("abend nachmittag vormittag night morning afternoon evening".split())

PARTS: dict[str, Part] = {
    "anfang": "early", "early": "early", "earlier": "early", "beginning": "early", "start": "early", "beginn": "early",
    "mitte": "mid", "mid": "mid", "middle": "mid",
    "ende": "late", "late": "late", "later": "late", "end": "late",
}  # fmt: skip


def _inflected(stems: str) -> list[str]:
    return [stem + ending for stem in stems.split() for ending in ("e", "en", "er", "es", "em")]


DIRECTIONS: dict[str, int] = {
    **dict.fromkeys(("last", "past", "previous", "preceding", *_inflected("vergangen letzt vorig zurückliegend")), -1),
    **dict.fromkeys(("this", "current", *_inflected("dies laufend")), 0),
    **dict.fromkeys(("next", "coming", *_inflected("kommend nächst")), 1),
}
FROM_THERE = {**dict.fromkeys(("following", *_inflected("folgend darauffolgend")), 1), "previous": -1, "preceding": -1}

HALVES: dict[str, Part] = {
    "first": "first half", "erste": "first half", "ersten": "first half",
    "second": "second half", "zweite": "second half", "zweiten": "second half",
}  # fmt: skip
MONTH_HALVES = {month + "hälfte": number for month, number in MONTHS.items() if len(month) > 2}
HALF_YEAR = "halbjahr"

COUNTS = _numbered("""
    ein eine einem einen einer eines a an one
    zwei two
    drei three
    vier four
    fünf five
    sechs six
    sieben seven
    acht eight
    neun nine
    zehn ten
    elf eleven
    zwölf twelve
""")
FEW = frozenset("wenige wenigen einige einigen paar mehreren few several some couple".split())


# Months with which names begin too (Maier, Juliane, Augusto), and how German compounds with them go on.
GERMAN_IN_NAMES = "mai juni juli august april märz".split()
IN_NAMES = [*GERMAN_IN_NAMES, *"may june july march".split()]
ENDS = """hälfte tag woche treffen gipfel sitzung termin ende anfang reise runde frist besuch gespräche verhandlungen
""".split()


def date_entries() -> list[Entry]:
    """The words that a date cannot do without, as lexicon entries; those that begin German compounds as prefixes."""
    months = [m for m in MONTHS if m not in SHORT_MONTHS and m not in IN_NAMES]
    begin = {word: word for word in (*DAYS, *months, "vorgestern", "gestern", "heute", "übermorgen")}
    begin |= {month + end: month for month in GERMAN_IN_NAMES for end in ENDS}
    whole = [
        *SHORT_MONTHS, *IN_NAMES, *NEAR_DAYS, *SEASONS, *UNITS, FORTNIGHT, *WEEKENDS, *PERIODS, *DAYS_BEFORE,
        *HOURS_OF_DAY, HALF_YEAR, "morgen", "vorwoche", "overnight",
    ]  # fmt: skip
    return [
        Entry(form, Meaning("date", said), prefix=prefix)
        for words, prefix in ((begin, True), ({word: word for word in whole}, False))
        for word, said in words.items()
        for form in dict.fromkeys((word, word.capitalize(), word.upper()))
        if not (word in DOUBTFUL_MONTHS and form == word)
    ]


def dates_in_phrases(entries: Sequence[Entry]) -> list[Entry]:
    """`am Vorabend` and `in the autumn` say a date as well: the longest match must not hide it."""
    words = {e.form for e in entries if e.meaning.kind == "date"}
    phrases = {e.form: e for e in entries if " " in e.form and e.meaning.kind in ("status", "contact")}
    return [
        Entry(form, Meaning("date", form.lower()), phrase.prefix, phrase.language)
        for form, phrase in phrases.items()
        if not words.isdisjoint(form.split())
    ]
