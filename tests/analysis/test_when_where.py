"""When and where a contact lies, and in which form: chosen from what its sentence and those before say."""

import pytest

from tensionwire.analysis.contacts.candidates import Candidate, candidates, scenes
from tensionwire.analysis.contacts.form import form_of
from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.contacts.when import carried, when
from tensionwire.analysis.contacts.where import reported_from, where
from tensionwire.analysis.pipeline import draft_of
from tensionwire.contracts.article import Article
from tensionwire.contracts.tagged import DateWindow, Status
from tensionwire.lexicon import load

WEDNESDAY = "2023-07-12"
LEXICON = load()


def told(text: str, one: str, other: str, journey: bool = False) -> tuple[Scene, Candidate]:
    """The last candidate of `text` whose sides are the two: family names, or codes of states."""

    def is_(name: str, mention: object) -> bool:
        return getattr(mention, "affiliation", "") == name or (getattr(mention, "name", None) or "").endswith(name)

    draft = draft_of(Article(text=text, published=WEDNESDAY), LEXICON)
    found = [
        (scene, c)
        for scene in scenes(draft)
        for c in candidates(scene)
        if c.journey == journey and any(is_(one, a) and is_(other, b) for a, b in ((c.one, c.other), (c.other, c.one)))
    ]
    assert found, "no candidate of these sides"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "sides", "status", "window"),
    [
        # The nearest in the clause of the contact word.
        ("Antony Blinken traf am Montag Wang Yi und flog am Dienstag nach Hause.", "Blinken Yi", "held", "2023-07-10"),
        ("Antony Blinken, who turned 61 in April, met Wang Yi on Monday.", "Blinken Yi", "held", "2023-07-10"),
        ("Antony Blinken, der am Freitag aus Rom kam, empfing am Montag Wang Yi.", "Blinken Yi", "held", "2023-07-10"),
        # The day of saying is not the day of meeting.
        (
            "Der Kreml teilte am Dienstag mit, Sergej Lawrow treffe am Freitag Wang Yi.",
            "Lawrow Yi",
            "planned",
            "2023-07-14",
        ),
        ("The Kremlin announced on Tuesday that Sergei Lavrov will meet Wang Yi.", "Lavrov Yi", "planned", None),
        # What lies on the other side of today does not count where another date is there.
        (
            "Sergei Lavrov, who saw Wang Yi on May 14, will host Wang Yi on July 21.",
            "Lavrov Yi",
            "planned",
            "2023-07-21",
        ),
        # From when on is not when.
        ("Antony Blinken met Wang Yi on Monday, the first meeting since 2018.", "Blinken Yi", "held", "2023-07-10"),
        # What is long past and stands in another clause makes no history of a contact.
        (
            "Antony Blinken met Wang Yi in Jakarta, where the embassy had been closed in 2019.",
            "Blinken Yi",
            "held",
            None,
        ),
        (
            "Antony Blinken sprach mit Wang Yi, der im Herbst 2021 für die Reise geworben hatte.",
            "Blinken Yi",
            "held",
            None,
        ),
        # What the sentence before was about goes on.
        ("Antony Blinken landete am Montag in Peking. Er traf dort Wang Yi.", "Blinken Yi", "held", "2023-07-10"),
        (
            "Antony Blinken landete am Montag in Peking.\n\nOb er Wang Yi trifft, ist unklar.",
            "Blinken Yi",
            "possible",
            None,
        ),
        # Counted from the date before.
        (
            "Antony Blinken landete am 3. Juli in Peking. Tags darauf traf er Wang Yi.",
            "Blinken Yi",
            "held",
            "2023-07-04",
        ),
        # A line above that only says a day.
        ("FRIDAY\n\nBEIJING - Antony Blinken meets Wang Yi.", "Blinken Yi", "planned", "2023-07-14"),
        # When it was written is not when it was.
        ("BEIJING, July 11 - Antony Blinken will meet Wang Yi.", "Blinken Yi", "planned", None),
    ],
)
def test_when(text: str, sides: str, status: Status, window: str | None) -> None:
    scene, candidate = told(text, *sides.split())
    found = when(scene, candidate, status) or carried(scene, status)
    assert found == (DateWindow(start=window) if window else None)


@pytest.mark.parametrize(
    ("text", "sides", "journey", "place"),
    [
        ("Antony Blinken traf Wang Yi am Montag in Jakarta.", "Blinken Yi", False, "Jakarta"),
        ("Antony Blinken traf Wang Yi in der türkischen Hauptstadt.", "Blinken Yi", False, "der türkischen Hauptstadt"),
        ("Antony Blinken met Wang Yi in the Turkish capital.", "Blinken Yi", False, "the Turkish capital"),
        ("Antony Blinken traf Wang Yi in der türkischen Hauptstadt Ankara.", "Blinken Yi", False, "Ankara"),
        ("Antony Blinken traf Wang Yi in Saudi-Arabien.", "Blinken Yi", False, "Saudi-Arabien"),
        ("Antony Blinken traf Wang Yi in Wien und flog dann nach Rom.", "Blinken Yi", False, "Wien"),
        ("Antony Blinken reiste nach Riad. Dort traf er Wang Yi.", "Blinken Yi", False, "Riad"),
        ("Antony Blinken traf Wang Yi in Brüssel.", "Blinken Yi", False, "Brüssel"),
        ("Next on the list is Brussels. There Antony Blinken will meet Wang Yi.", "Blinken Yi", False, "Brussels"),
        ("Antony Blinken met Wang Yi and promised more aid to Ukraine.", "Blinken Yi", False, None),
        ("PEKING (dpa) - Antony Blinken hat mit Sergej Lawrow telefoniert.", "Blinken Lawrow", False, None),
        ("Antony Blinken met Wang Yi, sources in Paris said.", "Blinken Yi", False, None),
        ("Antony Blinken reist am Freitag nach Katar.", "Blinken QAT", True, "Katar"),
        ("Antony Blinken reist am Freitag nach China und landet in Peking.", "Blinken CHN", True, "Peking"),
    ],
)
def test_where(text: str, sides: str, journey: bool, place: str | None) -> None:
    scene, candidate = told(text, *sides.split(), journey)
    assert where(scene, candidate, form_of(scene, candidate)) == place


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("PEKING (dpa) - Antony Blinken hat Wang Yi getroffen.", "PEKING"),
        ("BEIJING, July 11 (Reuters) - Antony Blinken met Wang Yi.", "BEIJING"),
        ("Bern. Antony Blinken hat Wang Yi getroffen.", "Bern"),
        ("Peking/Berlin (dpa) - Antony Blinken hat Wang Yi getroffen.", "Peking"),
        ("Wien/Teheran - Antony Blinken hat Wang Yi getroffen.", None),
        ("Sir - Your paper says Antony Blinken met Wang Yi.", None),
    ],
)
def test_dateline(text: str, city: str | None) -> None:
    assert reported_from(*told(text, "Blinken", "Yi")) == city


@pytest.mark.parametrize(
    ("text", "sides", "form"),
    [
        ("Antony Blinken traf Wang Yi.", "Blinken Yi", "meeting"),
        ("Antony Blinken telefonierte mit Wang Yi.", "Blinken Yi", "call"),
        ("Antony Blinken spoke by phone with Wang Yi.", "Blinken Yi", "call"),
        ("Antony Blinken spoke with Wang Yi on Monday.", "Blinken Yi", "call"),
        ("Antony Blinken spoke with Wang Yi in Jakarta on Monday.", "Blinken Yi", "meeting"),
        ("Antony Blinken besprach sich mit Wang Yi am Bildschirm.", "Blinken Yi", "call"),
        ("Antony Blinken called on Wang Yi at his office.", "Blinken Yi", "meeting"),
        ("Joe Biden telefonierte mit Xi Jinping. Antony Blinken sprach danach mit Wang Yi.", "Blinken Yi", "call"),
        ("Antony Blinken verhandelte mit Wang Yi.", "Blinken Yi", "negotiation"),
        ("Antony Blinken und Wang Yi kamen zu einer weiteren Runde zusammen.", "Blinken Yi", "negotiation"),
        ("Antony Blinken and Wang Yi attended the G20 summit.", "Blinken Yi", "conference"),
        ("Joe Biden held a summit with Xi Jinping.", "Biden Jinping", "meeting"),
        ("Antony Blinken und Wang Yi kamen zum Außenministertreffen der Asean.", "Blinken Yi", "conference"),
        ("Am Rande des G20-Gipfels sah Joe Biden Xi Jinping.", "Biden Jinping", "meeting"),
        # The sentence that follows calls it so.
        ("Joe Biden sprach am Montag mit Xi Jinping. Das Telefonat dauerte lange.", "Biden Jinping", "call"),
        ("Joe Biden discussed Taiwan with Xi Jinping. In the phone call he was blunt.", "Biden Jinping", "call"),
        ("Joe Biden sprach mit Xi Jinping. Es ging um Gas. Das Telefonat dauerte lange.", "Biden Jinping", "call"),
        ("Zu Friedensgesprächen trafen sich Antony Blinken und Wang Yi in Rom.", "Blinken Yi", "negotiation"),
        ("Joe Biden sprach mit Xi Jinping. Das Treffen dauerte lange.", "Biden Jinping", "meeting"),
    ],
)
def test_form(text: str, sides: str, form: str) -> None:
    assert form_of(*told(text, *sides.split())) == form


@pytest.mark.parametrize(
    ("text", "sides", "status", "window"),
    [
        # The day of the noun behind `before` is not that of what was held.
        ("Vor dem Gipfel am Dienstag hat Antony Blinken mit Wang Yi telefoniert.", "Blinken Yi", "held", None),
        ("Ahead of the summit on Tuesday Antony Blinken phoned Wang Yi.", "Blinken Yi", "held", None),
        ("Vor dem Treffen am Dienstag mit Wang Yi war Antony Blinken müde.", "Blinken Yi", "held", "2023-07-11"),
        # Nor is that of a noun that takes it as an attribute.
        ("Nach dem Putsch vom Januar traf Antony Blinken Wang Yi.", "Blinken Yi", "held", None),
        ("Under the treaty of 1951 Antony Blinken met Wang Yi.", "Blinken Yi", "held", None),
        ("Antony Blinken met Wang Yi on the morning of July 10.", "Blinken Yi", "held", "2023-07-10"),
        ("Das Telefonat Antony Blinkens mit Wang Yi vom Montag war kurz.", "Blinken Yi", "held", "2023-07-10"),
        # Nor that of what is only compared.
        ("Ein Treffen von Antony Blinken mit Wang Yi wie im März fällt aus.", "Blinken Yi", "cancelled", None),
        ("Antony Blinken trifft Wang Yi wie geplant am Freitag.", "Blinken Yi", "planned", "2023-07-14"),
        # What has no verbs but of saying dates nothing that is not held.
        (
            "Antony Blinken werde Wang Yi empfangen, teilte sein Büro in Washington am Mittwoch mit.",
            "Blinken Yi",
            "planned",
            None,
        ),
        (
            "Antony Blinken werde Wang Yi empfangen, hatte das Außenministerium am Mittwoch in Washington erklärt.",
            "Blinken Yi",
            "planned",
            None,
        ),
        (
            "Für Freitag, bestätigte der Kreml, ist Antony Blinken bei Wang Yi zu Gast.",
            "Blinken Yi",
            "planned",
            "2023-07-14",
        ),
        # The day on which it was agreed, offered or called off is not its day.
        ("On Monday Antony Blinken agreed to meet Wang Yi.", "Blinken Yi", "planned", None),
        ("Antony Blinken agreed on Monday to meet Wang Yi.", "Blinken Yi", "planned", None),
        ("Antony Blinken agreed to meet Wang Yi on Friday.", "Blinken Yi", "planned", "2023-07-14"),
        ("Antony Blinken hat am Montag ein Treffen mit Wang Yi zugesagt.", "Blinken Yi", "planned", None),
        ("Das Treffen von Antony Blinken und Wang Yi wurde am Montag abgesagt.", "Blinken Yi", "cancelled", None),
        (
            "Das Treffen von Antony Blinken und Wang Yi am Freitag wurde abgesagt.",
            "Blinken Yi",
            "cancelled",
            "2023-07-14",
        ),
        (
            "Das für Freitag geplante Treffen von Antony Blinken und Wang Yi wurde am Montag verschoben.",
            "Blinken Yi",
            "cancelled",
            "2023-07-14",
        ),
        ("The meeting of Antony Blinken and Wang Yi was postponed on Monday.", "Blinken Yi", "cancelled", None),
        # A treaty has a day of its own.
        (
            "Talks under the Doha Declaration adopted on 3 February took Antony Blinken to Wang Yi on Monday.",
            "Blinken Yi",
            "held",
            "2023-07-10",
        ),
        (
            "Über die am 3. Februar unterzeichnete Erklärung sprach Antony Blinken am Montag mit Wang Yi.",
            "Blinken Yi",
            "held",
            "2023-07-10",
        ),
        (
            "Am Montag unterzeichneten Antony Blinken und Wang Yi bei ihrem Treffen einen Vertrag.",
            "Blinken Yi",
            "held",
            "2023-07-10",
        ),
        # Nor is the day of what another clause tells as done.
        ("Antony Blinken landed in Beijing on Monday and is to meet Wang Yi.", "Blinken Yi", "planned", None),
        ("Antony Blinken ist am Montag gelandet, wo er Wang Yi treffen soll.", "Blinken Yi", "planned", None),
        # A clause of the verb goes on behind one that is put in.
        (
            "On Monday Antony Blinken, whose staff last Thursday had arrived from Rome, was received by Wang Yi.",
            "Blinken Yi",
            "held",
            "2023-07-10",
        ),
    ],
)
def test_a_date_of_something_else_dates_no_contact(text: str, sides: str, status: Status, window: str | None) -> None:
    scene, candidate = told(text, *sides.split())
    found = when(scene, candidate, status)
    assert (found.start if found else None) == window


@pytest.mark.parametrize(
    ("text", "partner", "day", "place"),
    [
        ("Lavrov met Borrell in Oslo on Monday and Blinken in Rome on Tuesday.", "Blinken", "2023-07-11", "Rome"),
        ("Lavrov met Borrell in Oslo on Monday and Blinken in Rome on Tuesday.", "Borrell", "2023-07-10", "Oslo"),
        ("Lawrow traf am Montag Borrell in Oslo und am Dienstag Blinken in Rom.", "Blinken", "2023-07-11", "Rom"),
        ("Lawrow traf am Montag Borrell in Oslo und am Dienstag Blinken in Rom.", "Borrell", "2023-07-10", "Oslo"),
    ],
)
def test_each_of_two_objects_has_a_day_and_a_place_of_his_own(text: str, partner: str, day: str, place: str) -> None:
    scene, candidate = told(text, "RUS", partner)
    assert (when(scene, candidate, "held"), where(scene, candidate, "meeting")) == (DateWindow(start=day), place)
