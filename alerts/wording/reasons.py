"""Each reason in a sentence, for `explain` and pages; the word itself is what logs, metrics and the ledger carry."""

from alerts.reasons import Reason

REASONS: dict[Reason, tuple[str, str]] = {  # English, German
    Reason.NEW_RECORD: ("the first report of this contact", "der erste Bericht über diesen Kontakt"),
    Reason.STATUS_CHANGED: ("the contact's state moved", "der Stand des Kontakts hat sich geändert"),
    Reason.DATE_CHANGED: ("its date became known or moved", "der Termin wurde bekannt oder verlegt"),
    Reason.PLACE_CHANGED: ("its place became known or moved", "der Ort wurde bekannt oder verlegt"),
    Reason.HIGHER_RANK: ("a higher-ranking participant appeared", "ein ranghöherer Teilnehmer kam hinzu"),
    Reason.NEW_EPISODE: ("the topic stirs after a quiet period", "das Thema regt sich nach einer Ruhezeit"),
    Reason.SURGE: ("far more articles than usual", "weit mehr Artikel als sonst"),
    Reason.CORRECTED: (
        "a correction took an earlier version back",
        "eine Berichtigung nahm eine frühere Fassung zurück",
    ),
    Reason.JOINED: (
        "known already: it tells the same, of the same contact",
        "schon bekannt: derselbe Kontakt, nichts Neues",
    ),
    Reason.KNOWN: (
        "a repeat of what this article told before",
        "eine Wiederholung dessen, was der Artikel schon sagte",
    ),
    Reason.NEAR_COPY: (
        "known already: nearly the text of another article",
        "schon bekannt: fast der Text eines anderen",
    ),
    Reason.OLDER_VERSION: ("a newer version of the article was told before", "eine neuere Fassung war schon da"),
    Reason.OLDER_REPORT: (
        "known already, and later reports say more",
        "schon bekannt, und spätere Berichte sagen mehr",
    ),
    Reason.BACKGROUND: ("background: history, long before the article", "Hintergrund: liegt weit vor dem Artikel"),
    Reason.LINKED: (
        "linked: another pair of the same contact alerts it",
        "verknüpft: ein anderes Paar desselben Kontakts meldet",
    ),
    Reason.MERGED: ("two records turned out to be one contact", "zwei Einträge erwiesen sich als ein Kontakt"),
    Reason.IN_PASSING: (
        "in passing: little of the article is about the topic",
        "beiläufig: der Artikel handelt kaum davon",
    ),
    Reason.NOTHING_TO_WITHDRAW: ("nothing to take back", "nichts zurückzunehmen"),
    Reason.STALE: (
        "stale: it arrived long after it was published",
        "veraltet: lange nach der Veröffentlichung eingetroffen",
    ),
    Reason.NOT_HEADLINE: ("the article only mentions the contact", "der Artikel erwähnt den Kontakt nur"),
    Reason.SILENCED: ("somebody silenced it", "stummgeschaltet"),
    Reason.NO_ROUTE: ("no rule: no route takes it", "keine Regel: kein Weg nimmt die Meldung"),
    Reason.QUIET_HOURS: ("waits for the end of the receiver's quiet hours", "wartet auf das Ende der Ruhezeit"),
    Reason.DIGEST: ("too many at once: waits for a digest", "zu viele auf einmal: wartet auf die Sammelmeldung"),
}


def sentence(reason: str, language: str = "en") -> str:
    """A reason in words; one that is not ours (`http-503`) as it is."""
    try:
        return REASONS[Reason(reason)][language == "de"]
    except ValueError:
        return reason
