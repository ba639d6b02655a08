"""Where a word of contact tells of none: `called Putin a butcher`, `told reporters`, `begrüßte die Entscheidung`."""

import re
from collections.abc import Callable

from tensionwire.lexicon.compiled import Hit

SPOKE = re.compile(r"spr(?:ach(?:en)?|icht|echen)|spoke|speaks?", re.IGNORECASE)
SPOKE_OF = (" von ", " of ")
WITH = re.compile(r"[^.;:!?\n]{0,80} (?:mit|with) ")  # sprach von Angesicht zu Angesicht mit Putin
SEEING = ("see", "sees", "seen", "seeing")
# Who is seen, and no more of them: `will see Putin on Friday`, not `sees Putin as a threat`, `has seen Putin's letter`.
SEEN = re.compile(
    r" (?:him|her|them|each other|one another|(?:(?:the \w+|Mr|Ms|Mrs|President|Prime Minister|Foreign Minister) )?"
    r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    r"(?=[.,;]| (?:but|in|at|on|during|before|after|for|next|this|later|again|there|today|tomorrow|separately|too)\b|$)"
)
SAW_NOBODY = re.compile(r" (?:(?:in|it|this|that|an?|no|little|as)\b|(?:[\w.’'-]+ ){1,5}?as an? )")
# `sah Merz am Montag`; not `sah Merz gestärkt`, `sah Merz am Montag als Partner`.
SAH = re.compile(
    r"(?! (?:sich|es|das|darin|dafür|keine?n?|eine?n?|nach|so)\b)(?![^.;:!?\n]*\b(?:als|wie)\b)[^,.;:!?\n]*?"
    r" (?:am (?:\w*tag|\w*abend|Mittwoch|\d)|gestern|heute|vorgestern|zuletzt|erneut|wieder|zum \w+ Mal"
    r"|vor (?:\w+ )?\w+ (?:Tag|Woche|Monat|Jahr)en"
    r"|im (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember)|(?:vergangene|letzte|diese|vorige)[nr]? (?:Woche|Monat|Jahr|Montag))\b"
)
# `agreed with Bessent that`: of one opinion; not `agreed with Xi to meet`.
OF_ONE_OPINION = re.compile(r" with (?:(?! (?:to|on)\b)(?:[^.,;\n]|\.(?=\S))){2,60}(?: that\b|[.,;\n]|$)")
# Behind `has been`, which else tells where somebody was: `has been postponed`, `has been to Kyiv`.
DONE = re.compile(r" (?:\w+ly )?(?:\w+(?:ed|en)|held|met|made|said|told|sent|set|put|cut|hit|brought|caught|found)\b")
# `Putin a butcher`; not `Putin a day after`.
A_NAME = re.compile(
    r" (?:[A-Z][\w.’'-]* (?:(?:de|da|von|van|der|bin|al|el) )?){1,5}an? "
    r"(?!(?:\w+ )?(?:time|day|week|month|year|few|little|couple|half|fortnight|minute|hour)s?\b)"
)
# `called that an insult`, `welcomed the early verdict`: no `the visiting foreign minister`.
A_THING = re.compile(
    r" (?:(?:it|this|that) (?=[a-z])|(?:the|any|such|this|that) (?:[a-z][\w-]* ){0,3}?"
    r"(?:vote|verdict|ruling|decision|move|steps?|plans?|proposals?|deal|agreement|announcement|ceasefire|truce|release"
    r"|requests?|remarks?|statement|comments?|conditions?|tariffs?|sanctions|strikes?|attacks?|law|bill|report|claims?"
    r"|accusations?|expulsion|election|results?|outcome|initiative|offer|measures?|charges?|allegations?|idea|resolution"
    r"|withdrawal|language|war|arrest|killing|letter|speech|act|policy|demands?|events?|news|progress)\b)"
)
EIN_DING = re.compile(
    r" (?:es|dies|dass|(?:am \w+ )?(?:die|den|das|eine?n?|diese[ns]?|jede[ns]?) (?:[a-zäöü]\w+ )?"
    r"(?:Entscheidung|Schritt|Ankündigung|Einigung|Vorschlag|Vorstoß|Plan|Pläne|Initiative|Erklärung|Urteil|Ergebnis"
    r"|Bereitschaft|Waffenruhe|Feuerpause|Abkommen|Votum|Freilassung|Aussagen?|Äußerung(?:en)?|Beschluss"
    r"|Maßnahmen?|Sanktionen|Wahl|Reform(?:en)?|Rede|Signal|Zusage|Kompromiss|Ausgang|Rückzug|Abzug|Beitritt|Antrag"
    r"|Forderung|Bemühungen|Haltung)\b)"
)
# To whom nobody of another state listens; the words before it name nobody and are no phrase of their own.
AUDIENCE = re.compile(
    r" (?:(?:(?!(?:at|in|on|during|after|before|that|how|why|by|of|to|and) )"
    r"(?:[a-z][\w-]*|[A-Z]\w*(?:an|ish|ese|ch|i)|U\.?[SK]\.?) ){0,4}?"
    r"(?:reporters?|journalists?|viewers|listeners|readers|broadcaster|channel|newspaper|magazine|radio|television|TV"
    r"|station|agency|website|podcast|show|programme|interviewer|parliament|lawmakers|legislators|deputies|MPs"
    r"|senators|supporters|followers|crowd|rally|audience|court|committee|conference|think tank|students|troops"
    r"|soldiers|voters|nation|assembly|congress|council|cabinet)\b"
    r"(?! (?:speaker|ministers?|chiefs?|heads?|leaders?|members?|president|chair\w*|secretar\w+)\b)"
    r"|(?:the )?(?:Reuters|A[FP]P?|CNN|BBC|Fox News|Al Jazeera|Sky News|Bloomberg|NBC|CBS|ABC|Axios|Politico)\b)"
)
PRESS = re.compile(r"\b(?:press|news|media|party|command) $", re.IGNORECASE)
# What comes by post, and what is only wished or exchanged: `received a letter from`, `exchanged New Year greetings`.
POST = re.compile(
    r" (?:an? |the |his |her |their |two |several |\d[\d,.]* )?"
    r"(?:[a-z]+ |New Year(?:'s|’s)? |Eid |[A-Z][a-z]+ Day ){0,3}?"
    r"(?:letters?|messages?|cables?|telegrams?|notes?|congratulations|greetings|condolences|wishes|felicitations"
    r"|ambassadors|prisoners|fire|barbs|accusations|threats|blows)\b"
)
# What somebody is called on to do.
CALLED_ON = re.compile(
    r" (?:[\w.’'-]+ ){1,6}?to (?!(?:discuss|brief|convey|exchange|present|express|pay|review|hand|bid|thank"
    r"|congratulate|invite|deliver|offer|say)\b)[a-z]+"
)
# What two sides have without talking: `bilateral relations`, `a trilateral exercise`.
TIES = re.compile(
    r" (?:relations?|relationship|ties|trade|links|cooperation|agreements?|treat(?:y|ies)|deals?|pacts?|disputes?"
    r"|issues?|matters|framework|drills?|(?:\w+ )?exercises?|(?:\w+ )?training|statement|mechanism|commission|aid)\b"
)
MET_WITH = re.compile(
    r" (?:a |an |some |much )?(?:[a-z]\w* )?(?:criticism|silence|s[ck]epticism|resistance|anger|fury|approval|applause"
    r"|protests?|contempt|rejection|relief|disbelief|derision|outrage|indifference|response|reactions?"
    r"|opposition(?! (?:leader|figure|politician|lawmaker|part(?:y|ies)|group|member|candidate)))\b"
)
MET_A_GOAL = re.compile(
    r" (?:(?:the|its|his|her|their|all|these|those|any|no|[a-z]+['’]s|[A-Z]\w+['’]s) ){0,2}(?:\w+ )?"
    r"(?:demands|conditions?|criteria|targets?|goals?|deadlines?|requirements?|needs|standards?|expectations)\b"
)
# `eine Entscheidung treffen`: with the noun before the verb, in the clause before, or behind the verb.
DECISION = (
    r"(?:\w*[Vv]ereinbarung|\w*[Ee]ntscheidung|Ma(?:ß|ss)nahme|Vorkehrung|Regelung|Vorbereitung|Absprache|Abmachung"
    r"|Übereinkunft|Übereinkünfte|Anordnung|Auswahl|Vorsorge|Feststellung|Aussage)(?:en|n)?"
)
DECIDED = re.compile(
    r"(?<!nach )(?<!vor )(?<!bei )(?<!mit )(?<!für )(?<!über )(?<!durch )\b(?:eine|keine|diese|seine|ihre|mehrere)"
    rf"(?: \w+e)? {DECISION} (?:(?:zu|noch|nicht|bereits|schon) )?$"
    rf"|\b{DECISION}(?: \w+)?, (?:die|das|welche) (?:(?!sich )[^,.;]){{0,70}}$"
)
DECIDES = re.compile(rf" (?:(?:am|die|eine|keine|seine|ihre|diese|erste|weitere|\w+tag) ){{0,3}}{DECISION}\b")
STRUCK = re.compile(r"\b(?:hart|schwer|tödlich|mehrfach) $")
# What is exchanged that is no talk.
WARES = re.compile(
    r"(?: von)? (?:\w+ ){0,2}?(?:(?:Gefangene|Häftling|Kriegsgefangene|Brief)\w*|Geiseln|Leichen|Daten|Waren|Noten)\b"
)
SHOW = re.compile(r"\b(?:television|TV|radio|talk[ -]show|show|podcast|breakfast) $")
SENT = re.compile(r"(?:botschaft|brief|note|telegramm|gefangene|gruß|grüß|glückw)\w*(?: miteinander)? $", re.IGNORECASE)
# `war in Kiew dabei`, `mit dabei war Rubio`; not `dabei griff er sie an`.
BEING = r"(?:war|waren|ist|sind|sei|seien|wäre|wären|sein|gewesen)\b"
WAS_THERE, THERE_WAS = re.compile(rf"\b{BEING}[^.;:!?\n]{{0,80}}$"), re.compile(rf" {BEING}")
ON_THE_WAY = re.compile(r"\b[Oo]n (?:(?:his|her|their|the) (?:\w+ )?)?$")  # not `find a way to end the war`
WHAT_IS_CALLED = re.compile(r"\b[Ww]hat (?:[\w.’'-]+ ){1,4}$")  # what Tehran calls its right
SPOKE_UP = re.compile(
    r" (?:out|up|terms|volumes)\b| for (?:him|her|them|it)sel(?:f|ves)\b"
    r"| for (?:the (?:people|country|government|nation|party|world)|all|many|everyone|anyone|nobody|Europe|his|her"
    r"|their)\b"
)
TALKED_DOWN = re.compile(r" (?:it |them )?(?:down|up|tough|out of|sense)\b")
TO_DO = re.compile(" to ")
TOLD_TO = re.compile(r"\b(?:is|are|was|were|been|being) $")  # is told to step down
OWN_PEOPLE = re.compile(
    r" (?:his|her|their|its)(?: own)? (?:\w+ )?"
    r"(?:ambassadors|envoys|diplomats|officials|aides|ministers|people|party|team|staff|troops|citizens|nation)\b"
)
ITSELF = re.compile(r" (?:itself|himself|herself|themselves)\b")
A_LINE = re.compile(r" (?:that|which|between|of|from)\b")
STAYING_SO = re.compile(r"\b(?:to|will|must|can|would|should|may|not|could|might) $")
IN_A_PLACE = re.compile(r" (?:in|at|with|overnight|until|till|for)\b")
OF_ITS_OWN = re.compile(r"(?<!joint )\b(?:[Cc]abinet|parliament(?:ary)?|plenary|committee|party|faction) $")
SAW_SO = re.compile(r" (?:fit\b|(?:him|her|them|it) (?:as|firmly|rather|more|less)\b)")
NO_COMPANY = re.compile(
    r"\b(?:work(?:s|ed|ing)?|stick(?:ing)?|stuck|liv(?:e|es|ed|ing)|pull(?:s|ed|ing)?|hold(?:s|ing)?|held|stand(?:s|ing)?|stood"
    r"|band(?:s|ed|ing)?|bound|put|pieced|tied|all) (?:more |very )?(?:closely |closer )?$"
)
# `traf einen wunden Punkt`, `den Ton getroffen`, `begegnet der Kritik mit Gelassenheit`.
HITS = re.compile(
    r"[^,.;:!?\n]{0,70} (?:einen?|den|ins|der) (?:\w+ )?(?:Punkt|Ton|Nerv|Kern|Schwarze)\b"
    r"|(?: vor allem| auch| besonders| nur| zuerst)? (?:den|die) (?:[a-zäöüß]\w* )?"
    r"(?:Mittelstand|Wirtschaft|Verbraucher|Industrie)\b"
)
HIT = re.compile(
    r"\b(?:den|einen|keine|die)(?: [a-zäöüß]\w*)? (?:Punkt|Ton|Nerv|Kern|Schuld)(?: nicht| genau| damit)? $"
)
# `neue Zölle treffen`; not `wegen der Zölle treffen sich`.
TARIFFS = re.compile(
    r"(?<!der )(?<!die )(?<!neuer )\b(?:\w*[Zz]ölle|\w*[Ss]anktionen|Kritik|Vorwürfe|Folgen|Kosten|Preise)"
    r"(?: von(?: \w+){1,3})? $"
)
COOLLY = re.compile(
    r"[^.;:!?\n]{0,60} mit (?:\w+ )?(?:Gelassenheit|Skepsis|Misstrauen|Spott|Argwohn|Zurückhaltung|Hohn"
    r"|Schweigen|Verachtung|Unverständnis|Ironie|Humor)\b"
)
# `sprach sich für Zölle aus`, `sprach ihm den Willen ab`; not `sprach mit ihm und sagte ab`.
FOR_OR_AGAINST = re.compile(
    r" sich (?:(?! mit )[^,.;:!?\n]){0,60}?\b(?:für|gegen|dagegen|dafür)\b"
    r"|(?:(?! mit | und )[^,.;!?\n])* (?:ab|aus|zu|frei)[.;]"
)
HEIGHT_OF = re.compile(r" (?:der \w+(?:heit|keit|losigkeit|ei|ung|mut)|des Mount)\b")
BESIDE = re.compile(r"\b(?:stand|standen|steht|stehen|stünde)\b[^.;:!?\n]{0,40}$")
BUT_SO_CALLED = re.compile(
    r" (?:reporters|applause|criticism|a blow|strong|support|votes|word|the (?:first|news|blow))\b"
)
AS_NEWS = re.compile(  # the remarks come as; not `he came as a guest`
    r" (?:as(?! (?:an?|the (?:guest|first))\b)|amid|after|in the wake|at a time|hours|days|weeks|a (?:day|week|month)"
    r"|only)\b"
)
GOES_ON = re.compile(
    r" (?:after|ahead|on(?! to\b)|the same way|through|further|hand in hand|beyond|too far|unpunished|wrong|well)\b"
)
STOPPING = re.compile(r" (?:\w+ing|the|a|short|at nothing)\b")
STOPS_THERE = re.compile(r" (?:in|at|over|off|by)\b")
TO_STOP = re.compile(r"\b(?:to|must|not|would|will|should|could|cannot|can) $")
COMES_UP = re.compile(
    r"\b(?:zur Sprache|zum Einsatz|zu Wort|ums Leben|in Frage|infrage|zum Stillstand|in Betracht|zu dem Schluss"
    r"|zum Schluss|in Gang|voran|zum Zug|ans Licht|zugute|in Kraft|zur Ruhe|zum Erliegen|zu Schaden|zu Hilfe) (?:ge)?$"
)
NATIONAL = re.compile(r"\b[Nn]ationale[nrsm]?[“«\"]? $")
SO_HAVE_BEEN = re.compile(
    r"\b(?:bereit|nötig|zufrieden|der Fall|[a-zäöüß]{2,}(?:ig|lich|isch|bar|los|voll|sam|ert|iert)) $"
)
REFLEXIVE = re.compile(" sich")
RUNNING = re.compile(r"\b(?:ist|sind|war|waren|sei|seien|bleibt|gilt)\b[^.;:!?\n]{0,40}$")
BEFORE = 110  # code points before a word that are looked at

# A talk with these is an interview: `in einem Gespräch mit mehreren Zeitungen`.
MIT_MEDIEN = re.compile(
    r" mit (?:(?:de[nmr]|einem|einer|mehreren|vielen) )?(?:(?!über |unter |oder )[a-zäöüß]\w*(?:en|er) ){0,2}[„»\"«]?"
    r"(?:\w*[Zz]eitung(?:en)?|\w*[Ss]ender[ns]?|\w*[Mm]agazins?"
    r"|\w*[Aa]gentur(?:en)?|\w*[Jj]ournalist(?:en|in|innen)?|\w*[Rr]eporter(?:n|in|innen)?|Medien|\w*[Pp]ortal|Blatt"
    r"|Fernsehen|\w*[Rr]adio|\w*[Pp]odcast|Bild|Spiegel|Welt|dpa|AFP|Reuters|ARD|ZDF|ORF|SRF|Bürgern|Studenten"
    r"|Studierenden|Schülern)\b"
)
WITH_MEDIA = re.compile(r" with (?:the )?" + AUDIENCE.pattern.removeprefix(" "))
# An ambassador is called home for these.
FOR_CONSULTATIONS = re.compile(
    r"\b(?:recall|order(?:ed|s)?\b.{0,60}\bback|called? (?:back|home)|withdr[ae]w|zurückgerufen|zurückberufen"
    r"|zurückbeordert|rief\b.{0,80}\bzurück|beordert)[^.;!?\n]*\b(?:for|zu) (?:\w+ )?$"
)
TO_AUDIENCE = re.compile(r"(?![^.;\n]{0,90} (?:with|and (?:then )?to) [A-Z]) (?:to|with)" + AUDIENCE.pattern)

Tells = Callable[[str, Hit], bool]


def _behind(pattern: re.Pattern[str]) -> Tells:
    return lambda text, hit: pattern.match(text, hit.end) is not None


def _before(pattern: re.Pattern[str]) -> Tells:
    return lambda text, hit: pattern.search(text, max(0, hit.start - BEFORE), hit.start) is not None


def _not(tells: Tells) -> Tells:
    return lambda text, hit: not tells(text, hit)


def _both(one: Tells, other: Tells) -> Tells:
    return lambda text, hit: one(text, hit) and other(text, hit)


def _before_alone(pattern: re.Pattern[str]) -> Tells:
    """The same as `_before` for what is no `treffen sich`."""
    return _both(_not(_behind(REFLEXIVE)), _before(pattern))


def _started(text: str, hit: Hit) -> bool:
    return text.startswith((" a ", " an "), hit.end)  # is off to a good start


# By how a word of contact ends: where it tells of none.
TELLING_NONE: tuple[tuple[tuple[str, ...], Tells], ...] = (
    (("been",), _behind(DONE)),
    (("called", "calls", "call", "calling"), _behind(A_NAME)),
    (("called", "calls", "calling"), _behind(A_THING)),
    (("welcomed", "welcomes", "welcome", "welcoming"), _behind(A_THING)),
    (("begrüßte", "begrüßten", "begrüßt", "begrüßen", "begrüsste", "begrüsst", "begrüssen"), _behind(EIN_DING)),
    (("received", "receive", "receives", "exchanged", "exchange", "exchanges"), _behind(POST)),
    (("called on", "calls on", "call on"), _behind(CALLED_ON)),
    (("told",), _behind(AUDIENCE)),
    (("sah", "sahen"), _not(_behind(SAH))),
    (("agreed",), _behind(OF_ONE_OPINION)),
    (("saw",), _behind(SAW_NOBODY)),
    (("conference", "conferences"), _before(PRESS)),
    (("bilateral", "trilateral"), _behind(TIES)),
    (("met with", "meet with", "meets with"), _behind(MET_WITH)),
    (("met", "meet", "meets"), _behind(MET_A_GOAL)),
    (("treffen", "getroffen"), _before(DECIDED)),
    (("traf", "trafen", "trifft", "treffen"), _behind(DECIDES)),
    (("getroffen",), _before(STRUCK)),
    (("Austausch",), _behind(WARES)),
    (("host", "hosts"), _before(SHOW)),
    (("ausgetauscht", "tauschten", "austauschten"), _before(SENT)),
    (("im Gespräch",), _both(_before(RUNNING), _not(_behind(WITH)))),  # als Nachfolger: nobody talks with him
    (("off to",), _started),
    (("dabei", "Dabei"), _both(_not(_behind(THERE_WAS)), _not(_before(WAS_THERE)))),
    (("Abstimmung",), _not(_behind(WITH))),  # the vote; not Abstimmung mit Kiew
    (("way to",), _not(_before(ON_THE_WAY))),
    (("called", "calls", "call"), _before(WHAT_IS_CALLED)),
    (("spoke", "spoken", "speak", "speaks", "speaking"), _behind(SPOKE_UP)),
    (("spoke", "spoken", "speak", "speaks", "speaking", "talk", "talks", "talked", "talking"), _behind(TO_AUDIENCE)),
    (("talk", "talks", "talked", "talking"), _behind(TALKED_DOWN)),
    (("Gespräch", "Gesprächs", "gesprochen", "sprach", "Unterhaltung", "Austausch"), _behind(MIT_MEDIEN)),
    (("conversation", "talk", "call", "meeting", "meeting with", "spoke", "speaking"), _behind(WITH_MEDIA)),
    (("consultations", "Konsultationen", "Beratungen"), _before(FOR_CONSULTATIONS)),
    (("told",), _behind(OWN_PEOPLE)),
    (("told",), _both(_behind(TO_DO), _before(TOLD_TO))),
    (("call", "calls", "called"), _behind(ITSELF)),
    (("on the line",), _behind(A_LINE)),
    (("stay",), _both(_before(STAYING_SO), _not(_behind(IN_A_PLACE)))),
    (("session", "sessions", "meeting", "meetings"), _before(OF_ITS_OWN)),
    (("saw",), _behind(SAW_SO)),
    (("together",), _before(NO_COMPANY)),
    (("come", "comes", "came"), _behind(AS_NEWS)),
    (("goes", "go", "went", "going", "gone"), _behind(GOES_ON)),
    (("traf", "trafen", "trifft", "treffen"), _behind(HITS)),
    (("traf", "trafen", "trifft", "treffen", "getroffen"), _before_alone(HIT)),
    (("treffen",), _before_alone(TARIFFS)),
    (("begegnet", "begegnete", "begegnen", "begegneten"), _behind(COOLLY)),
    (("sprach", "sprachen", "spricht", "sprechen"), _behind(FOR_OR_AGAINST)),
    (("Gipfel",), _behind(HEIGHT_OF)),
    (("an der Seite",), _before(BESIDE)),
    (("received", "receive", "receives"), _behind(BUT_SO_CALLED)),
    (("stop", "stops"), _behind(STOPPING)),
    (("stop", "stops"), _both(_before(TO_STOP), _not(_behind(STOPS_THERE)))),
    (("kommen", "kam", "kommt", "kamen", "gekommen", "käme", "komme"), _before(COMES_UP)),
    (("Dialog", "Dialogs"), _before(NATIONAL)),
    (("gewesen",), _before(SO_HAVE_BEEN)),
)


def figurative(text: str, hit: Hit) -> bool:
    """True where a word of contact tells of none: nobody was spoken with, or went."""
    start, end = hit.start, hit.end
    if start and text[start - 1] == "-" and text.endswith("ed", start, end):
        return True  # Oman-mediated
    if text.endswith(SEEING, start, end) and hit.meanings[0].detail == "joint":
        return SEEN.match(text, end) is None
    if text.startswith(SPOKE_OF, end) and SPOKE.fullmatch(text, start, end):
        return WITH.match(text, end) is None
    return any(text.endswith(endings, start, end) and none(text, hit) for endings, none in TELLING_NONE)
