"""Forms of verbs, German and English: what a word by itself says of tense and mood."""

import re
from functools import lru_cache
from typing import Literal

VerbForm = Literal["", "present", "past", "infinitive", "participle", "to infinitive", "ing"]

# Auxiliaries and modals by what they say. "haben" and "werden" are also infinitives: they get codes of their own.
GERMAN_AUXILIARIES = {
    word: code
    for code, words in {
        "wird": "wird wirst", "werden": "werden", "werde": "werde", "würde": "würde würden", "soll": "soll sollen",
        "solle": "solle", "sollte": "sollte sollten", "will": "will wollen", "wolle": "wolle",
        "wollte": "wollte wollten", "kann": "kann können", "könne": "könne", "könnte": "könnte könnten",
        "konnte": "konnte konnten", "muss": "muss müssen", "müsse": "müsse", "musste": "musste mussten",
        "müsste": "müsste müssten", "dürfte": "dürfte dürften", "darf": "darf dürfen", "dürfe": "dürfe",
        "durfte": "durfte durften", "möchte": "möchte möchten", "mag": "mag mögen", "mochte": "mochte mochten",
        "ist": "ist sind", "sei": "sei seien", "war": "war waren", "wäre": "wäre wären", "hat": "hat",
        "haben": "haben", "habe": "habe", "hatte": "hatte hatten", "hätte": "hätte hätten", "wurde": "wurde wurden",
        "worden": "worden gewesen",
    }.items()
    for word in words.split()
}  # fmt: skip
ENGLISH_AUXILIARIES = {
    word: code
    for code, words in {
        "will": "will shall", "would": "would", "can": "can", "could": "could", "may": "may might",
        "should": "should ought", "must": "must",
        "is": "is are", "was": "was were", "has": "has have having", "had": "had", "be": "be", "been": "been",
        "being": "being", "does": "do does", "did": "did",
    }.items()
    for word in words.split()
}  # fmt: skip
GERMAN_PAST = frozenset(
    "traf trafen empfing empfingen sprach sprachen kam kamen ging gingen flog flogen fuhr fuhren lud luden bat "
    "baten hieß hiess hießen stand standen saß saßen sass brach brachen beriet berieten besprach besprachen rief "
    "riefen nahm nahmen gab gaben fand fanden hielt hielten ließ ließen fiel fielen schlug schlugen schloss "
    "schlossen blieb blieben schrieb schrieben verließ verließen begann begannen trat traten zog zogen lag lagen "
    "half halfen sah sahen verlief verliefen entfiel entfielen wies wiesen strich strichen verschob verschoben aß "
    "aßen bot boten betrat brachte brachten dachte nannte nannten kannte wusste wussten sandte unterhielt "
    "unterhielten rang rangen griff griffen erschien erschienen lief liefen verschwand bezog unterbrach erhielt "
    "erhielten warf warfen verwies drang versprach versprachen vertrat bewies stieg stiegen trug trugen ergab "
    "verband verstarb widersprach bekam bekamen beging überflog stieß stießen tat".split()
)
GERMAN_NO_PRESENT = frozenset(
    "nicht mit seit erst selbst jetzt dort fort statt oft laut damit somit gut weit zuletzt zunächst zuerst samt "
    "fast sonst bereit längst jüngst zumindest meist direkt mitsamt womit hiermit überhaupt insgesamt unbekannt "
    "bekannt nächst höchst unbestätigt unbestimmt zweit dritt viert soweit derart weltweit unerwartet unangekündigt "
    "verfeindet inhaftiert erneut befreundet hat ist wird jüngt spätest frühest mindest echt recht schlecht leicht "
    "nächtlicht heut gesamt privat konkret separat violett abrupt absolut akut alt kalt spät tot acht rot breit "
    "fest hart lat mut stat et vielleicht unverhofft ungeplant ungeachtet anstatt nebst ausgerechnet zeit".split()
)
GERMAN_NO_PAST = frozenset(
    "heute heutigen bitte mitte leute seite erste ersten zweite zweiten dritte dritten letzte letzten rechte "
    "rechten weite weiten beste besten nächsten nächste jüngste jüngsten höchste höchsten gesamte gesamten private "
    "privaten konkrete konkreten alte alten gute guten harte harten vierten fünften zehnten selten halten bitten "
    "seiten zeiten unten hätten sollten könnten möchte größte größten engste engsten wichtigste wichtigsten "
    "bekannte bekannten späten breite breiten leichte leichten direkte direkten separate separaten erhalten beraten "
    "treten starten warten erwarten arbeiten leiten begleiten bereiten vorbereiten anbieten bieten raten retten "
    "streiten berichten richten unterrichten verhaften gestalten verwalten abhalten aufhalten mitten zweitgrößten "
    "obersten hinten roten weltweiten".split()
)
INSEPARABLE = re.compile(r"(?:be|ver|er|ent|emp|zer|miss|über|unter|wider|um|durch|voll)(?=\w{3})")
SEPARABLE = re.compile(
    r"(?:zusammen|gegenüber|zurück|weiter|wieder|nieder|heraus|hinaus|heim|teil|statt|fern|fest|ein|her|hin|vor|aus|auf"
    r"|mit|nach|bei|an|ab|um|zu)"
    r"(?=\w{3})"
)
UN = re.compile(r"un(?!ter)")
# Participles that look like infinitives.
EITHER = frozenset("empfangen beraten unterhalten erhalten verlassen betreten".split())
# Participles that look like the past tense of several.
EITHER_PAST = frozenset({"verschoben", "erschienen"})
PARTICIPLE = re.compile(r"ge\w{2,}(?:t|en)$|\w{3,}iert$|(?:be|ver|er|ent|zer|über|unter|miss)\w{3,}t$")
STRONG_PARTICIPLES = frozenset(
    "empfangen besprochen beraten verschoben verlassen begonnen entfallen betreten unterhalten verlaufen erschienen "
    "überworfen versprochen verhalten erhalten vergangen unterbrochen verboten bekommen".split()
)
ENGLISH_PAST = frozenset(
    "met held spoke saw sat came went flew left took gave drove got shook ran brought set put made said told wrote "
    "fell broke began hosted rang stood kept paid sent dined lost swept slipped chose withdrew cut drew flown grew "
    "became found heard laid led won rode thought understood felt arose bade spent built sought knew".split()
)
ENGLISH_PRESENT = frozenset(
    "says meets hosts visits travels flies goes comes arrives leaves holds takes begins starts ends expects plans "
    "wants hopes seeks refuses declines remains stands looks faces receives welcomes heads lands departs returns "
    "gives makes calls speaks attends joins denies insists follows opens intends considers gets sits sees keeps "
    "brings puts sets leads talks chairs confers addresses awaits invites continues concludes becomes wraps embarks "
    "touches kicks lists gathers convenes negotiates rejects accepts".split()
)
# Konjunktiv I of full verbs, as it reports speech.
SUBJUNCTIVE = frozenset(
    "komme gebe gehe stehe finde reise treffe sehe plane bleibe liege fahre nehme halte strebe erwarte rechne hänge "
    "hoffe spreche empfange führe fliege besuche bitte lehne bringe suche lasse beginne gelte erwäge prüfe fordere "
    "folge setze".split()
)
# Words that are nouns at least as often.
ENGLISH_NOUNS = frozenset(
    "talks calls visits plans hopes heads leads sets stands looks faces sees rejects wants puts keeps gets lists "
    "kicks addresses chairs lands".split()
)
ENGLISH_PARTICIPLES = frozenset(
    "spoken seen come gone flown taken given driven shaken begun broken fallen written chosen drawn known rung".split()
)
ENGLISH_NO_PAST = frozenset(
    "united need speed indeed hundred kindred sacred wicked naked red bed bred shed feed seed embed".split()
)
DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner sein seine seinen "
    "seinem seiner ihr ihre ihren ihrem ihrer dieser diese dieses diesen diesem zum zur beim vom im am ins the a an "
    "his her its their".split()
)


@lru_cache(maxsize=8192)
def german_form(word: str) -> VerbForm:
    """The likeliest form of a lower-case verb: `participle` for "besucht", `infinitive` for "treffen"."""
    if word in GERMAN_PAST:
        return "past"
    if word in STRONG_PARTICIPLES:
        return "participle"
    stem = SEPARABLE.sub("", word, count=1) if word not in GERMAN_AUXILIARIES else word
    if stem != word:
        if stem.startswith("zu") and stem.endswith("en") and len(stem) > 5:
            return "to infinitive"
        if stem in GERMAN_PAST:
            return "past"
    if word in GERMAN_NO_PRESENT:
        return ""
    if PARTICIPLE.match(word) or (stem != word and PARTICIPLE.match(stem)):
        return "participle"
    if (
        word.endswith(("te", "ten"))
        and len(word) > 4
        and word not in GERMAN_NO_PAST
        and not word.startswith("ge")
        and not stem.startswith("ge")
        and not UN.match(word)
    ):
        return "past"
    if (
        word.endswith("t")
        and len(word) > 3
        and word not in GERMAN_NO_PRESENT
        and not word.endswith(("heit", "keit", "schaft"))
    ):
        return "present"
    if word.endswith(("en", "eln", "ern")):
        return "infinitive"
    return ""


@lru_cache(maxsize=8192)
def english_form(word: str) -> VerbForm:
    """The likeliest form of a lower-case verb; `past` stands for participles of the same form too."""
    if word in ENGLISH_PAST:
        return "past"
    if word in ENGLISH_PARTICIPLES:
        return "participle"
    if word.endswith("ed") and len(word) > 4 and word not in ENGLISH_NO_PAST:
        return "past"
    if word.endswith("ing") and len(word) > 5:
        return "ing"
    if word.endswith("s") and not word.endswith("ss"):
        return "present"
    return "infinitive"


@lru_cache(maxsize=8192)
def german_code(word: str) -> str:
    """What a word says as a finite verb: code of an auxiliary, `subjunctive`, `past`, `present`, or nothing."""
    code = GERMAN_AUXILIARIES.get(word)
    if code is not None or not word[0].isalpha():
        return code or ""
    if word in SUBJUNCTIVE:
        return "subjunctive"
    form = german_form(word)
    return form if form in ("past", "present") else ""


@lru_cache(maxsize=8192)
def english_code(word: str) -> str:
    """The same of an English word."""
    code = ENGLISH_AUXILIARIES.get(word)
    if code is not None or not word[0].isalpha():
        return code or ""
    form = english_form(word)
    return form if form == "past" or (form == "present" and word in ENGLISH_PRESENT) else ""
