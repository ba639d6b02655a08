"""Who of a sentence can be a side of a contact, and who only looks like one."""

import re

from tensionwire.analysis.contacts.scene import ContactWord, Scene
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.roll import GROUP_OF
from tensionwire.analysis.grammar.clauses import Clause

SAID = frozenset({"name", "surname", "people", "office", "counterpart", "host", "both"})
SEVERAL = frozenset({"both", "office", "delegation"})  # words that mean several: `Russian and Ukrainian negotiators`
SINCE = frozenset({"since", "seit", "seitdem"})
SINCE_NEAR = 4  # tokens before who is said to have done something
POSSESSIVE = frozenset("sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres his her".split())
ABOUT = frozenset({"über", "about"})
WITH = frozenset({"with", "mit"})
WHERE = frozenset({"state", "seat"})
CITIES = frozenset({"city", "seat"})  # kinds of words
LOCATIVE = frozenset({"in", "im"})
BY = frozenset({"by", "of", "von", "durch", "des", "der"})
JOURNEYS = frozenset({"travel", "journey"})  # groups of words
TOPIC_NEAR = 6  # tokens before a journey that is talked about
DISCUSSED = frozenset(
    "discussed discuss discusses discussing about regarding concerning preparations prepare prepared preparing über "
    "besprach besprachen erörterte erörterten vorbereitung vorbereitungen".split()
)
SOURCE = "laut"  # the lead of whoever is only quoted (hanging.py)
SUBJECTS = frozenset("i we he she they me us him her ich wir er sie man mich mir uns ihn ihm".split())
SAID_SO = frozenset({"that", "reported"})  # openers of clauses that tell what is said
# Nouns with somebody at their other end who has no part in what is told, where they only say amid what it was.
STANCES = frozenset(
    "pressure impatience criticism accusation accusations sanctions threat threats attack attacks anger frustration "
    "complaint complaints rivalry tensions dispute opposition fears warning warnings remarks comments hostility "
    "distrust demands outrage backlash retaliation druck kritik vorwürfe vorwürfen vorwurf sanktionen drohung "
    "drohungen angriff angriffe angriffen streit äußerungen äusserungen warnung warnungen misstrauen unmut "
    "empörung".split()
)
# What somebody did, has or said of whom no more is told: `after Trump's tariffs`.
DEEDS = {
    "en": STANCES
    | frozenset(
        "tariffs tariff invasion war troops policy policies silence majority party victory threats attack assault "
        "trade presidency election re-election".split()
    ),
    "de": STANCES
    | frozenset(
        "zölle zöllen strafzölle strafzöllen zollpolitik krieg kriegs angriffskrieg angriffskriegs armee truppen "
        "schweigen mehrheit partei wahlsieg wiederwahl drohung drohungen rhetorik kurs amtszeit wahlkampf".split()
    ),
}
DOERS = frozenset({"of", "von", "by"})
DEED_NEAR = 4  # tokens behind a genitive
AMID = frozenset("amid despite under inmitten trotz angesichts unter".split())
PRESSED = {"pressure": "on", "druck": "auf"}  # whoever is under it, wherever it stands
STANCE_NEAR = 4  # tokens from such a preposition to the noun
OF_WHOM = 5  # tokens before a noun in which stands who is in the talks
# What somebody does who is a party to talks, and the prepositions of talks that he was in.
HOLDING = frozenset(
    "hold holds held holding begin begins began beginning start starts started starting open opens opened resume "
    "resumes resumed resuming conduct conducts conducted conducting have has had having lead leads led leading "
    "attend attends attended join joins joined enter enters entered conclude concludes concluded finish finished "
    "continue continues continued cancel cancels cancelled canceled postponed postpones führt führte führten "
    "führen geführt hält hielt hielten halten abgehalten nimmt nahm nahmen aufgenommen aufnehmen begann beginnt "
    "begonnen eröffnete leitet leitete setzte fortsetzen plant plante kündigte ankündigte vereinbarte "
    "vereinbarten vereinbart announced announces agreed agrees plans planned möglich bereit bot bietet angeboten "
    "offered offers proposed proposes ready".split()
)
AT_TALKS = frozenset("for in into during after nach zu bei zum".split())
NEXT_TO = 2  # tokens before a noun in which its preposition stands
NO_PARTIES = frozenset(
    "force forced demand demanded called calls sinnlos sinnvoll forderte fordert dringt vermittler mediator "
    "broker".split()
)
PARTNERS = frozenset({"state", "seat"})  # kinds of mentions that stand for a government
NOUNS = frozenset({"encounter", "discussion", "callnoun", "parley"})  # groups of words
SPOKEN = NOUNS | {"negotiate", "call", "meet", "talk"}
TALKS = frozenset({"meet", "discussion", "parley", "encounter"})  # groups of words
MATTERS = frozenset({"on", "over", "zu", "zur", "zum", "around"})  # talks on Syria, das Treffen zur Ukraine
TALKED = frozenset({"encounter", "discussion", "parley", "summit", "negotiate"})  # groups of words
TWO = 2
BROKERED = re.compile(r"-\w+ed\b")
MEDIATION = frozenset(
    "vermittlung ägide schirmherrschaft moderation vermittelt vermittelte vermittelten mediated brokered facilitated "
    "moderated mediation auspices".split()
)
BROKERED_BY = re.compile(
    r"(?:(?:Vermittlung|Ägide|Schirmherrschaft|Moderation)(?: von| durch)?|vermittelt(?:e[nrms]?)? (?:von|durch)"
    r"|(?:mediated|brokered|facilitated|moderated) by|(?:mediation|auspices) (?:of|by|from))"
    r" (?:(?:the|der|des|den|dem) )?(?:[\w.’'-]+ ){0,3}$"
)
BY_NEAR = 90  # code points before a broker in which this begins
CHAINED, CHAINED_BEFORE = re.compile(r"[-–][A-ZÄÖÜ]\w+[-–][A-ZÄÖÜ]"), re.compile(r"\w[-–]$")
# Parts of a realm with a government of their own, by the state to which they belong: talks with it are domestic.
REALM = {
    **dict.fromkeys(("GRL", "FRO"), "DNK"),
    **dict.fromkeys(("HKG", "MAC"), "CHN"),
    **dict.fromkeys(("ABW", "CUW", "SXM"), "NLD"),
    **dict.fromkeys(("PRI", "GUM"), "USA"),
    **dict.fromkeys(("PYF", "NCL"), "FRA"),
    **dict.fromkeys(("BMU", "GIB"), "GBR"),
}
OWNED = frozenset({" ", "s ", "'s ", "’s "})  # between a state and its group
ACTING = frozenset("^ v w , in im von vom by of".split())  # on what a state hangs that acts
NAMED = frozenset({"name", "surname"})  # kinds of mentions
THING_NEAR = 5  # tokens behind a genitive in which `with` makes a contact of it
SUMMONED_TO = frozenset("ins zum to into".split())  # `ins Auswärtige Amt einbestellt`
# What stands between `Botschafter` and the state where he serves: `Botschafter Indonesiens in Deutschland`.
SERVES = re.compile(
    r"(?: (?:(?:of|des|der)(?: the)? [A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*)?|[A-ZÄÖÜ]\w*s))?"
    r" (?:in|im|to|bei)(?: (?:the|de[rnm]))? "
)
TOWARDS = frozenset("nach in im to into at ins".split())
# What happens in a state to which nobody goes for it.
HAPPENING = {
    "de": frozenset(
        "lage krise krieg kriegs kriegen konflikt konflikts unruhen proteste protesten kämpfe kämpfen putsch "
        "bürgerkrieg frieden friedens waffenruhe feuerpause wahl wahlen erdbeben".split()
    ),
    "en": frozenset(
        "situation crisis war wars conflict unrest protests fighting violence coup peace ceasefire truce election "
        "elections earthquake".split()
    ),
}


def only_since(scene: Scene, mention: Mention) -> bool:
    """True for whose deed a time is counted from: `his first visit since Modi took office`."""
    if mention.kind == "unsaid" or SINCE.isdisjoint(scene.held):
        return False
    begins = scene.at(mention.begin)
    first = max(0, begins - SINCE_NEAR)
    if SINCE.isdisjoint(scene.lower[first:begins]):
        return False
    if any("date" in h.kinds and scene.starts[first] <= h.start < mention.begin for h in scene.hits):
        return False  # since Monday Merz has held talks
    clause = scene.owner[scene.at(mention.start)]
    words = {scene.at(w.start) for w in scene.words if w.group != "transit"}
    if clause.opener == "after":
        return bool(clause.verbs) and words.isdisjoint(clause.places)
    behind = scene.at(mention.end - 1) + 1
    return any(clause.verbs.get(place) == "past" and place not in words for place in (behind, behind + 1))


def same_words(one: Mention, other: Mention) -> bool:
    """True for two readings of the same words, of which only one can be meant."""
    return one.start == other.start and one.kind not in SEVERAL and "unsaid" not in (one.kind, other.kind)


def one_side(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for `Afghanistan's Taliban`: the group of a state, with its name before it; for Denmark and Greenland."""
    if REALM.get(one.affiliation, one.affiliation) == REALM.get(other.affiliation, other.affiliation):
        return True
    if GROUP_OF.get(other.affiliation) != one.affiliation:
        return False
    return scene.draft.text[one.end : other.begin] in OWNED or scene.draft.text[one.end : other.start] in OWNED


def tells(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for who only says what two do: `Ushakov said the two sides would meet`."""
    teller = one if other.kind == "both" else other
    return teller.kind in ("name", "surname") and "speaks" in scene.seen(teller).speech


def of_the_two(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for somebody and the other one of two of whom he is one: `Rubio saw Lavrov, and the two will meet again`."""
    both, named = (one, other) if one.kind == "both" else (other, one)
    return any(m.kind == "both" and m.start == both.start and m.key == named.key for m in scene.mentions)


def acts(scene: Scene, mention: Mention) -> bool:
    """True for a state, or its ministry, that does something there, or where it is done: no topic of it."""
    lead = scene.seen(mention).lead
    if mention.kind == "seat" and lead in SUMMONED_TO:
        return True
    return not mention.personal and mention.kind != "city" and lead in ACTING


def brokers(scene: Scene, mention: Mention) -> bool:
    """True for who only brings others together: `Oman-brokered`, `mediated by Qatar`, `unter Vermittlung Katars`."""
    text = scene.draft.text
    if not mention.personal and BROKERED.match(text, mention.end):
        return True
    if MEDIATION.isdisjoint(scene.held):
        return False
    first = scene.seen(mention).head or mention
    return BROKERED_BY.search(text, max(scene.sentence.start, first.begin - BY_NEAR), first.begin) is not None


def brought_together(mentions: list[Mention], brokering: list[Mention]) -> bool:
    """True where a sentence names two sides or more besides who brings them together."""
    return len({m.affiliation for m in mentions if m not in brokering and m.kind != "unsaid"}) >= TWO


def is_where(scene: Scene, mention: Mention) -> bool:
    """True for a state, or its capital, in which two others talk: `In Oman, the United States and Iran held talks`.

    So is the state of a city, `in Granada, Spain`, and where both are only said to be, `envoys in both countries`.
    """
    seen = scene.seen(mention)
    if mention.kind == "both" and not mention.name:
        return seen.lead in LOCATIVE  # his ambassadors in both countries
    if mention.kind not in WHERE:
        return False
    if seen.lead == "," and mention.kind == "state" and _behind_a_city(scene, mention):
        return True
    if seen.listed or seen.lead not in LOCATIVE:
        return False
    others = {m.affiliation for m in scene.mentions if m is not mention}
    return len(others) >= TWO or mention.affiliation not in scene.draft.lexicon.states


def _behind_a_city(scene: Scene, mention: Mention) -> bool:
    """True for the state of the city that ends right before its comma."""
    return any(
        h.end + 2 == mention.begin and any(m.kind in CITIES and m.value == mention.affiliation for m in h.meanings)
        for h in scene.hits
    )


def talks_there(scene: Scene, person: Mention, where: Mention, talks: list[ContactWord]) -> ContactWord | None:
    """The word of `held talks in Beirut`: with those of the state, where nobody of another is said."""
    seen = scene.seen(where)
    if seen.lead not in LOCATIVE or seen.on.kind != "contact" or len(scene.sides - {person.affiliation}) > 0:
        return None
    return next((w for w in talks if w.start == seen.on.start and w.group in TALKS), None)


def talked_with(scene: Scene, state: Mention) -> bool:
    """True for a state with which somebody talks: `Rubio held talks with Qatar`.

    Not for one of whose talks he only has an opinion: `welcomed talks with Iran`, `criticised Qatar's talks with Iran`.
    """
    seen = scene.seen(state)
    if state.kind not in PARTNERS or seen.lead not in WITH or seen.on.kind != "contact" or seen.on.stem not in SPOKEN:
        return False
    if seen.on.stem not in NOUNS:
        return True
    noun = scene.at(seen.on.start)
    clause = [scene.lower[p] for p in scene.owner[noun].places]
    before = scene.lower[max(0, noun - OF_WHOM) : noun]
    if not NO_PARTIES.isdisjoint(clause) or any(word.endswith(("'s", "’s")) for word in before):
        return False
    if noun and _anothers(scene, noun - 1):
        return False
    near = clause if scene.draft.language == "de" else before
    return not (HOLDING.isdisjoint(near) and AT_TALKS.isdisjoint(before[-NEXT_TO:]))


def _anothers(scene: Scene, place: int) -> bool:
    """True for `American talks`, `US negotiations`, `die russischen Gespräche`; not for `hielt in Oman Gespräche`."""
    hit = scene.hit_over(scene.starts[place])
    if hit is None:
        return False
    return "adjective" in hit.kinds or ("country" in hit.kinds and scene.draft.language == "en")


def topic(scene: Scene, mention: Mention) -> bool:
    """True for one that was talked about: `sprachen über Putin`, `talks on Syria`, `discussed the visit by Trump`."""
    seen = scene.seen(mention)
    if seen.lead in ABOUT:
        return True
    if seen.lead in MATTERS and not seen.personal and seen.on.kind == "contact" and seen.on.stem in TALKED:
        return True
    if seen.lead not in BY or seen.on.kind != "contact" or seen.on.stem not in JOURNEYS:
        return False
    noun = scene.at(seen.on.start)
    return not DISCUSSED.isdisjoint(scene.lower[max(0, noun - TOPIC_NEAR) : noun])


def stands_aside(scene: Scene, mention: Mention) -> bool:
    """True for who is only at the other end of an opinion: `pressure on Putin`, `amid criticism from Orban`."""
    seen = scene.seen(mention)
    noun = seen.on.word
    if noun not in STANCES or seen.lead in WITH:
        return False
    place = scene.at(seen.on.start)
    return PRESSED.get(noun) == seen.lead or not AMID.isdisjoint(scene.lower[max(0, place - STANCE_NEAR) : place])


def both_met(scene: Scene, one: Mention, other: Mention) -> bool:
    """True for two whom somebody else met: `vor dem Treffen mit Macron sprach Merz mit Trump`."""
    first, last = scene.seen(one), scene.seen(other)
    return first.lead in WITH and last.lead in WITH and first.list_at != last.list_at


def only_reports(scene: Scene, mention: Mention, other: Mention, word: ContactWord, taking_part: list[Mention]) -> bool:
    """True for who only says whom others meet: `Ushakov said that Witkoff would meet Putin`, `A met B, C announced`.

    The clause of the word has both its sides then, of those `taking_part`, and the other one stands there.
    """
    seen = scene.seen(mention)
    source = seen.lead == SOURCE
    if not (source or "speaks" in seen.speech) or word.group == "silent":
        return False
    clause = scene.worded(word).clause
    if scene.owner[scene.seen(other).at] is not clause:
        return False
    inside = [p for p in scene.people if scene.owner[p.at] is clause and p.mention in taking_part]
    if source or clause.opener not in SAID_SO:
        inside = [p for p in inside if p.mention is not mention]
        behind = seen.at > clause.places[-1] and not clause.opener
        if not (source or behind) or all(p.lead in WITH for p in inside) or _somebody_unnamed(scene, clause):
            return False
    elif scene.owner[seen.at] is clause:
        return False
    sides = {p.mention.affiliation for p in inside}
    return len(sides) > 1 and all(p.key != mention.key for p in inside)


def _somebody_unnamed(scene: Scene, clause: Clause) -> bool:
    """True where the clause has a subject that may be who says it: `he met Xi and Modi, Putin said`."""
    return any(scene.lower[place] in SUBJECTS for place in clause.places)


def said(scene: Scene, mention: Mention) -> bool:
    """True for who can be in contact without a word of contact: somebody named or pointed at, nobody's possession."""
    if mention.kind == "unsaid":
        return True
    if mention.kind == "both" and not mention.name:
        return False  # `Beide Seiten rechnen mit einem harten Winter`: a bare state, as any other
    if mention.kind == "pronoun":
        return scene.draft.text[mention.start : mention.end].lower() not in POSSESSIVE
    return mention.kind in SAID and not _has_a_thing(scene, mention)


def speaks_of(scene: Scene, speaker: Mention, other: Mention) -> bool:
    """True for who only says something of another: `he hates Trump, Maduro said`, `Trump: Selenskyj ist schuld`."""
    if speaker.kind == "unsaid" or other.kind == "unsaid" or scene.seen(other).lead in WITH:
        return False
    seen = scene.seen(speaker)
    if "speaks" in seen.speech or seen.lead == SOURCE:
        return True
    return speaker.begin == scene.sentence.start and scene.draft.text.startswith((": ", " : "), speaker.end)


def only_has_a_thing(scene: Scene, mention: Mention) -> bool:
    """True for who is only said to have done something: `the effects of Trump's tariffs`, `die Zölle von Trump`."""
    if mention.kind not in NAMED or any(m.key == mention.key and m is not mention for m in scene.mentions):
        return False
    seen, deeds = scene.seen(mention), DEEDS[scene.draft.language]
    if seen.lead in DOERS and seen.on.word in deeds:
        return True
    behind = scene.lower[seen.follows : seen.follows + DEED_NEAR]
    within = scene.draft.language == "de" and not (mention.name or "s").endswith("s")
    genitive = seen.genitive or (within and scene.draft.text[mention.end - 1 : mention.end + 1] == "s ")
    return genitive and not deeds.isdisjoint(behind) and WITH.isdisjoint(behind)


def _has_a_thing(scene: Scene, mention: Mention) -> bool:
    """True for whose something is: `Trump's tariffs`, `Putins Angriffe`; not `Starmer's eighty minutes with Xi`."""
    seen = scene.seen(mention)
    if not seen.genitive or mention.kind not in NAMED:
        return False
    place = scene.at(mention.end + 2) if scene.draft.text[mention.end] == "s" else scene.at(mention.end + 3)
    if place >= len(scene.tokens) or place <= seen.last or not scene.tokens[place][0].isalpha():
        return False
    hit = scene.hit_over(scene.starts[place])
    if not WITH.isdisjoint(scene.lower[place : place + THING_NEAR]):
        return False
    return hit is None or hit.kinds.isdisjoint(("contact", "office", "reference", "person", "status", "country"))


def accredited(scene: Scene, person: Mention, state: Mention) -> bool:
    """True for an ambassador and the state where he serves: `Chinas Botschafter in Hanoi`, `ambassador to Iraq`."""
    if person.role != "ambassador":
        return False
    text = scene.draft.text
    return any("office" in h.kinds and SERVES.fullmatch(text, h.end, state.begin) is not None for h in scene.hits)


def happens_in(scene: Scene, goal: Mention) -> bool:
    """True for where something happens that is no journey: `wegen der Lage in Syrien`, `the war in Ukraine`.

    Nor does anybody go to a part of a name: `the Uzbekistan-Afghanistan-Pakistan railway`.
    """
    place, text = scene.at(goal.start), scene.draft.text
    if goal.kind == "state" and (
        CHAINED_BEFORE.search(text, max(0, goal.start - 3), goal.start) or CHAINED.match(text, goal.end)
    ):
        return True
    return place > 1 and scene.lower[place - 1] in TOWARDS and scene.lower[place - 2] in HAPPENING[scene.draft.language]
