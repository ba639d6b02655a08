"""Names of months and days in German and English."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan",
            "februar feber february feb",
            "märz march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october oct okt",
            "november nov",
            "dezember december dec dez",
        ),
        start=1,
    )
    for name in names.split()
}

YEARS = range(1900, 2200)  # what lies outside is a number, or a slip of the source

WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "montag monday",
            "dienstag tuesday",
            "mittwoch wednesday",
            "donnerstag thursday",
            "freitag friday",
            "samstag sonnabend saturday",
            "sonntag sunday",
        )
    )
    for name in names.split()
}

NEAR_DAYS = "vorgestern gestern heute übermorgen yesterday today tomorrow".split()


def date_words() -> list[str]:
    """Every word that a date can begin with, as it is written."""
    words = [*MONTHS, *WEEKDAYS, *NEAR_DAYS]
    return [form for word in words for form in (word, word.capitalize())]
