"""What a date in the sentence of a contact dates instead of it: a noun, a comparison, or that something was said."""

from tensionwire.analysis.contacts.candidates import Candidate
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.dates.find import Found
from tensionwire.analysis.grammar.verbs import DETERMINERS
from tensionwire.analysis.speech import QUOTES, SPEECH
from tensionwire.contracts.tagged import Status

LEADS = frozenset("am on im in vom von of zum the der den dem des last next".split())  # between a noun and its date
BEFORE = frozenset("vor before".split())
SINCE = frozenset("seit since".split())
PHRASE = 5  # tokens from `before` to the date of the noun behind it: `vor dem verschobenen Gipfel am Dienstag`
OF = frozenset("vom von of".split())
AN = frozenset("an bis".split())  # `von Montag an`, `vom 3. bis zum 5. Mai`: no noun has these dates
TIMES = frozenset(
    "morning afternoon evening night day week weekend month year morgen abend nacht tag woche monat jahr anfang ende "
    "mitte beginning end early late most much part rest half first second third fourth fifth sixth seventh eighth "
    "ninth tenth that those one".split()
)
# A treaty has its own date: `the Ankara Declaration adopted on 11 December`, `die am 3. Mai unterzeichnete Erklärung`.
CONCLUDED = frozenset(
    "adopted signed concluded ratified brokered unterzeichnete unterzeichneten verabschiedete verabschiedeten "
    "geschlossene geschlossenen beschlossene beschlossenen".split()
)
TREATIES = frozenset(
    "agreement agreements accord accords deal declaration memorandum treaty pact statement resolution framework "
    "protocol communique".split()
)
WHEN = frozenset("when als wenn".split())
# The kinds of dates that `of` and `von` put to a noun: `the invasion of 2022`, `das Treffen vom Dienstag`.
ATTRIBUTES = {
    "de": frozenset({"year", "month", "day", "season", "weekday"}),
    "en": frozenset({"year", "month", "day", "season"}),
}
LIKE = frozenset("wie like".split())
AS_PLANNED = frozenset(
    "vorgesehen geplant angekündigt erwartet vereinbart üblich immer gewohnt zu beabsichtigt".split()
)
LIKENESS = 6  # tokens from `like` to the date: `like the one he made in January`
MARKS = frozenset(",;:–—()")
HARD = MARKS | QUOTES
TOLD = frozenset(
    "mitgeteilt erklärt gesagt angekündigt bekanntgegeben bestätigt verkündet gemeldet berichtet said announced told "
    "confirmed".split()
)
HAVING = frozenset("hat haben habe hatte hatten has have had".split())
NO_SAYING = frozenset("ab zu".split())  # sagte ab


def of_another(scene: Scene, date: Found, candidate: Candidate, status: Status) -> bool:
    """True for the date of a noun (`vor dem Gipfel am Dienstag`) or of what is compared (`like the one in May`)."""
    lower, first = scene.lower, scene.at(date.start)
    word = scene.at(candidate.word.start) if candidate.word.group != "silent" else -1
    last = first - 1
    while last > 0 and lower[last] in LEADS:
        last -= 1
    if last < 0:
        return False
    if _compared(scene, last, word) or _concluded(scene, last, first, scene.at(date.end - 1) + 1):
        return True
    if not scene.tokens[last][0].isalnum() or last == word:
        return False
    after = scene.at(date.end - 1) + 1
    if not WHEN.isdisjoint(lower[after : after + 2]):
        return False  # `March 9, when he went to see`
    if date.said.kind in ATTRIBUTES[scene.draft.language] and not OF.isdisjoint(lower[last + 1 : first]):
        ranged = after < len(lower) and lower[after] in AN
        if not ranged and lower[last] not in TIMES and _noun(scene, last) and not _inside(scene, candidate, last):
            return True
    return _behind(scene, last, word, status)


def _noun(scene: Scene, place: int) -> bool:
    """True for a token that may be a noun, and is nobody's name: in German by its capital, in English where no verb."""
    if any(p.begins <= place <= p.last for p in scene.people):
        return False  # `das Telefonat mit Putin vom Mittwoch`
    if scene.draft.language == "de":
        return scene.tokens[place][0].isupper()
    return place not in scene.owner[place].verbs


def _inside(scene: Scene, candidate: Candidate, place: int) -> bool:
    """True for a token of the contact word: `Treffen vom Dienstag`."""
    return scene.at(candidate.word.start) <= place <= scene.at(candidate.word.end - 1)


def _behind(scene: Scene, last: int, word: int, status: Status) -> bool:
    """True where the noun before a date stands behind `before` or `since`, and is not the contact word."""
    lower = scene.lower
    for place in range(last - 1, max(-1, last - PHRASE), -1):
        if lower[place] in MARKS or place == word or place in scene.owner[place].verbs:
            return False
        ahead = lower[place] in BEFORE or lower[place - 1 : place + 1] == ["ahead", "of"]
        if ahead or lower[place] in SINCE:
            determined = lower[place + 1] in DETERMINERS
            return determined and not place < word <= last and (not ahead or status == "held")
    return False


def _concluded(scene: Scene, before: int, first: int, after: int) -> bool:
    """True where the words beside a date say that a treaty is of that day; not `am Montag unterzeichneten beide`."""
    lower = scene.lower
    if scene.draft.language == "de":
        return (
            after < len(lower) and lower[after] in CONCLUDED and not DETERMINERS.isdisjoint(lower[before : first - 1])
        )
    return before > 0 and lower[before] in CONCLUDED and lower[before - 1] in TREATIES


def _compared(scene: Scene, last: int, word: int) -> bool:
    """True behind `wie` or `like`, where the contact word stands before that."""
    lower = scene.lower
    for place in range(last, max(-1, last - LIKENESS), -1):
        if lower[place] in MARKS:
            return False
        if lower[place] in LIKE:
            return word < place and lower[place + 1] not in AS_PLANNED
    return False


def says_when(scene: Scene, date: Found, candidate: Candidate) -> bool:
    """True for the day of saying: `..., teilte sein Büro am Dienstag mit`, between the same marks as the verb."""
    at, word = scene.at(date.start), scene.at(candidate.word.start)
    clause, lower = scene.owner[at], scene.lower
    if date.said.ahead or clause is scene.owner[word]:
        return False
    first = last = at
    while first > 0 and lower[first - 1] not in HARD and scene.owner[first - 1] is clause:
        first -= 1
    while last + 1 < len(lower) and lower[last + 1] not in HARD and scene.owner[last + 1] is clause:
        last += 1
    said = lower[first : last + 1]
    full = [lower[p] for p, code in clause.verbs.items() if first <= p <= last and code in ("past", "present")]
    if full:
        return SPEECH.issuperset(full) and said[-1] not in NO_SAYING
    return not TOLD.isdisjoint(said) and not HAVING.isdisjoint(said)
