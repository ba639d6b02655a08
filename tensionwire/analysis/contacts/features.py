"""What speaks for and against a candidate, as named features: what each weighs is learned (lexicon/data/contacts.model.json)."""

from tensionwire.analysis.contacts.candidates import STRONG, Candidate
from tensionwire.analysis.contacts.meant import bearing
from tensionwire.analysis.contacts.scene import QUOTES, SPEECH, ContactWord, Scene
from tensionwire.analysis.draft import Mention
from tensionwire.analysis.entities.roll import MINISTERS, TOP

NEAR, MIDDLE, FAR = 3, 8, 16  # tokens
NO_CONTACT = frozenset(
    "brief schreiben briefs interview telegramm beileidstelegramm resolution tweet gesetz wahl wahlkampf abgeordnete abgeordneten "
    "fraktion partei koalition opposition parlament rede videobotschaft gastbeitrag pressekonferenz erklärung mitteilung "
    "letter interview telegram resolution statement election campaign lawmakers party coalition opposition parliament speech "
    "phone-in troops attack angriff truppen soldaten rakete raketen missile strikes sanctions sanktionen".split()
)
TOGETHER = frozenset("sich einander gemeinsam each other together both beide beiden".split())
ABOUT = frozenset("über about wegen gegen against für for on".split())


def features(scene: Scene, candidate: Candidate) -> list[str]:
    """The names of all features that hold. Linear in the sentence."""
    return _journey(scene, candidate) if candidate.journey else _talk(scene, candidate)


def _talk(scene: Scene, c: Candidate) -> list[str]:
    first, last = (c.one, c.other) if c.one.begin <= c.other.begin else (c.other, c.one)
    order = _order(first, last, c.word.start)
    lead_first, listed_first = scene.lead_in(first) if first.kind != "unsaid" else ("u", False)
    lead_last, listed_last = scene.lead_in(last) if last.kind != "unsaid" else ("u", False)
    group = c.word.group
    kinds = f"{_kind(first)}+{_kind(last)}"
    clause = _clauses(scene, first, last, c.word.start)
    together = listed_last and scene.at(last.begin) - scene.at(first.end) <= 14
    found = [
        "talk",
        f"g={group}",
        f"w={_bare(c.word.text)}",
        f"g+o={group},{order}",
        f"g+o+p={group},{order},{lead_last}",
        f"o+p+q={order},{lead_first},{lead_last}",
        f"k={kinds}",
        f"k+g={kinds},{group}",
        f"k+o={kinds},{order}",
        f"p1={lead_first}",
        f"p2={lead_last}",
        f"p2+o={lead_last},{order}",
        f"cl={clause}",
        f"cl+g={clause},{group}",
        f"r={_rank(first)}+{_rank(last)}",
        f"dF={_far(scene, first, c.word.start)},{order}",
        f"dL={_far(scene, last, c.word.start)},{order}",
        f"list={listed_first},{together}",
        f"titled={scene.titled(first)},{scene.titled(last)}",
    ]
    if together:
        outside = {m.affiliation for m in scene.mentions if m.personal and m.kind != "unsaid"} - {first.affiliation, last.affiliation}
        found += [f"together,{order},{group}", f"together,outside={min(2, len(outside))},{order}", f"together,{lead_first},{order}"]
    if first.role and first.role == last.role:
        found += ["same office", f"same office,{group}"]
    found += _related(scene, first, last, c.word, order)
    found += _between(scene, first, last, order)
    found += _arguments(scene, first, last, c.word, order)
    found += _around(scene, c)
    found += _speech(scene, first, "F") + _speech(scene, last, "L")
    if not (first.personal and last.personal):
        found += _doubled(scene, first, last)
    for mention in (first, last):
        if mention.kind == "unsaid":
            found += [f"unsaid {min(3, mention.outer)}", f"unsaid,{group}", f"unsaid,people={_people(scene)}", f"unsaid,{order},{lead_last if mention is first else lead_first}"]
            found += _meant(scene, mention, last if mention is first else first, "")
            found += bearing(scene, mention, last if mention is first else first, "")
    return found


def _journey(scene: Scene, c: Candidate) -> list[str]:
    person, goal = c.one, c.other
    lead_goal, _ = scene.lead_in(goal) if goal.kind != "unsaid goal" else ("u", False)
    lead_person, listed = scene.lead_in(person) if person.kind != "unsaid" else ("u", False)
    order = _order(*((person, goal) if person.begin <= goal.begin else (goal, person)), c.word.start)
    order = ("P" if person.begin <= goal.begin else "G") + order
    group = "journey" if "journey" in c.word.groups else "travel"
    clause = _clauses(scene, person, goal, c.word.start)
    found = [
        "visit",
        f"v:g={group}",
        f"v:w={_bare(c.word.text)}",
        f"v:only={len(c.word.groups) == 1}",
        f"v:g+p={group},{lead_goal}",
        f"v:w+p={_bare(c.word.text)},{lead_goal}",
        f"v:o={order}",
        f"v:o+p={order},{lead_goal}",
        f"v:pp={lead_person},{order}",
        f"v:k={_kind(person)}+{goal.kind}",
        f"v:k+p={goal.kind},{lead_goal}",
        f"v:cl={clause}",
        f"v:tie={'u' if person.kind == 'unsaid' else scene.relation(person.start, c.word.start)},{'u' if goal.kind == 'unsaid goal' else scene.relation(goal.start, c.word.start)}",
        f"v:tie={'u' if person.kind == 'unsaid' else scene.relation(person.start, c.word.start)},{'u' if goal.kind == 'unsaid goal' else scene.relation(goal.start, c.word.start)},{group},{order}",
        f"v:r={_rank(person)}",
        f"v:dG={_far(scene, goal, c.word.start)}",
        f"v:dP={_far(scene, person, c.word.start)}",
        f"v:dG+p={_far(scene, goal, c.word.start)},{lead_goal},{group}",
        f"v:list={listed}",
        f"v:people={min(3, _people(scene))}",
    ]
    if person.kind == "unsaid":
        found += [f"v:unsaid {min(3, person.outer)}", f"v:unsaid,people={min(2, _people(scene))}"]
        found += _meant(scene, person, goal, "v:")
    if person.kind == "pronoun":
        found.append(f"v:pronoun,{order}")
    between = [m for m in scene.mentions if m.personal and m.affiliation != person.affiliation and min(person.begin, goal.begin) < m.start < max(person.begin, goal.begin)]
    found.append(f"v:between={min(2, len(between))}")
    hosts = any(m.affiliation == goal.affiliation and m.name for m in scene.mentions)
    found.append(f"v:host here={hosts}")
    nearest = min((m for m in scene.mentions if not m.personal and len(m.affiliation) == 3 and m.affiliation != person.affiliation), key=lambda m: abs(m.start - c.word.end), default=goal)
    found.append(f"v:nearest={nearest.affiliation == goal.affiliation}")
    traveller = min((m for m in scene.mentions if m.personal and m.affiliation != goal.affiliation and m.kind != "unsaid"), key=lambda m: abs(m.start - c.word.start), default=person)
    found.append(f"v:traveller={traveller.key == person.key}")
    after = scene.lower[scene.at(c.word.end) : scene.at(c.word.end) + 2]
    found += [f"v:next={w}" for w in after]
    return found + _speech(scene, person, "v:P")


def _bare(word: str) -> str:
    """The contact word without the cue that it was matched with: `to meet` is `meet`."""
    return word.rsplit(" ", 1)[1] if word.startswith(CUES) else word


CUES = ("to ", "not ", "nicht ", "kein ", "keine ", "no ")


def _order(first: Mention, last: Mention, word: int) -> str:
    if word < first.start:
        return "TFL"
    return "FTL" if word < last.start else "FLT"


def _kind(mention: Mention) -> str:
    if mention.kind in ("name", "surname"):
        return mention.kind if mention.role else "norole"
    if mention.kind in ("office", "counterpart", "people", "host"):
        return ("known " if mention.name else "") + mention.kind
    return mention.kind


def _rank(mention: Mention) -> str:
    role = mention.role
    if role is None:
        return "none" if mention.personal else "state"
    if role in TOP:
        return "top"
    return "minister" if role in MINISTERS else "other"


def _clauses(scene: Scene, first: Mention, last: Mention, word: int) -> str:
    clauses = scene.clauses
    w = clauses[scene.at(word)]
    f = w if first.kind.startswith("unsaid") else clauses[scene.at(first.start)]
    t = w if last.kind.startswith("unsaid") else clauses[scene.at(last.start)]
    return f"{min(2, abs(f - w))}{min(2, abs(t - w))}{min(2, abs(t - f))}"


def _far(scene: Scene, mention: Mention, word: int) -> int:
    if mention.kind in ("unsaid", "unsaid goal"):
        return 9
    gap = abs(scene.at(mention.start) - scene.at(word))
    return 0 if gap <= NEAR else 1 if gap <= MIDDLE else 2 if gap <= FAR else 3


def _people(scene: Scene) -> int:
    return min(3, len({m.affiliation for m in scene.mentions if m.personal and m.kind != "unsaid"}))


def _between(scene: Scene, first: Mention, last: Mention, order: str) -> list[str]:
    if first.kind == "unsaid" or last.kind == "unsaid":
        return []
    others = [m for m in scene.mentions if m.personal and first.end <= m.start < last.begin and m.affiliation not in (first.affiliation, last.affiliation)]
    same = [m for m in scene.mentions if m.personal and first.end <= m.start < last.begin and m.affiliation in (first.affiliation, last.affiliation)]
    start, end = scene.at(first.end), scene.at(last.begin)
    words = scene.lower[start:end]
    found = [f"others={min(2, len(others))}", f"same={min(2, len(same))}"]
    if any(w in QUOTES for w in words):
        found.append("quote between")
    if any(w in SPEECH for w in words):
        found.append(f"speech between,{order}")
    if any(w in ABOUT for w in words[-4:]):
        found.append("about before last")
    strong = [w for w in scene.words if first.end <= w.start < last.begin and w.group in STRONG]
    found.append(f"words between={min(2, len(strong))}")
    return found


def _related(scene: Scene, first: Mention, last: Mention, word: ContactWord, order: str) -> list[str]:
    """How both stand to the clause of the contact word, and whether one is the first there: its subject, as a rule."""
    ties = ["u" if m.kind.startswith("unsaid") else scene.relation(m.start, word.start) for m in (first, last)]
    of = scene.parsed[0]
    mine = of[scene.at(word.start)]
    inside = [m for m in scene.mentions if m.personal and not m.kind.startswith("unsaid") and of[scene.at(m.start)] == mine]
    keys = list(dict.fromkeys(m.key for m in inside))
    leads = [next((i for i, k in enumerate(keys) if k == m.key), 9) for m in (first, last)]
    return [
        f"tie={ties[0]},{ties[1]}",
        f"tie={ties[0]},{ties[1]},{order}",
        f"tie={ties[0]},{ties[1]},{word.group}",
        f"place={min(3, leads[0])},{min(3, leads[1])},of={min(4, len(keys))}",
        f"sides={min(3, len({m.affiliation for m in inside}))},{word.group}",
    ]


NOUNS = frozenset({"encounter", "discussion", "callnoun", "parley", "summit"})


def _arguments(scene: Scene, first: Mention, last: Mention, word: ContactWord, order: str) -> list[str]:
    """Whether both are the nearest to the contact word on their sides, and whether it has its two sides elsewhere."""
    people = [m for m in scene.mentions if m.personal and not m.kind.startswith("unsaid")]
    nearer = []
    for mention in (first, last):
        if mention.kind.startswith("unsaid"):
            nearer.append("u")
            continue
        low, high = (mention.end, word.start) if mention.start < word.start else (word.end, mention.begin)
        between = {m.key for m in people if low <= m.start < high and m.key not in (first.key, last.key)}
        alike = sum(m.affiliation == mention.affiliation for m in people if low <= m.start < high and m.key in between)
        nearer.append(f"{min(2, len(between))}{'s' if alike else ''}")
    found = [f"args={nearer[0]},{nearer[1]},{order}", f"args={nearer[0]},{nearer[1]},{word.group}"]
    low, high = (first.end, word.start) if order != "TFL" else (word.end, first.begin)
    for side, mention in (("F", first), ("L", last)):
        if mention.kind.startswith("unsaid"):
            continue
        low, high = sorted((scene.at(mention.start), scene.at(word.start)))
        words = scene.lower[low + 1 : high]
        turns = any(
            w in ("and", "und", "but", "or") and place + 1 < len(words) and scene.tokens[low + 2 + place][:1].islower() and words[place + 1] not in DETERMINERS
            for place, w in enumerate(words)
        )
        if turns:
            found.append(f"{side} turns,{order}")
    if word.group in NOUNS:
        after = [m for m in people if word.end <= m.begin <= word.end + 90]
        if len(after) > 1 and after[0].affiliation != after[1].affiliation and scene.lead_in(after[1])[1]:
            complete = {after[0].key, after[1].key}
            found.append(f"complete,{first.key in complete},{last.key in complete}")
    return found


DETERMINERS = frozenset("the a an his her its their der die das dem den des ein eine einem einen seine ihre mit with".split())


def _around(scene: Scene, c: Candidate) -> list[str]:
    lower = scene.lower
    found = []
    held = set(lower)
    text = scene.draft.text
    if text.count("„", scene.sentence.start, c.word.start) > text.count("“", scene.sentence.start, c.word.start):
        found.append("in quotes")
    if not held.isdisjoint(NO_CONTACT):
        found.append(f"no contact,{c.word.group}")
    if not held.isdisjoint(TOGETHER):
        found.append(f"each other,{c.word.group}")
    place = scene.at(c.word.end)
    after = lower[place : place + 3]
    for preposition in ("mit", "with", "zwischen", "between", "von", "of", "bei"):
        if preposition in after:
            found.append(f"then {preposition},{c.word.group}")
    if "mit" in held or "with" in held:
        found.append(f"with,{c.word.group}")
    else:
        found.append(f"no with,{c.word.group}")
    found.append(f"people={_people(scene)},{c.word.group in STRONG}")
    found.append(f"place={min(3, scene.sentence.place)}")
    groups = {g for w in scene.words for g in w.groups}
    found += [f"also={g}" for g in groups if g != c.word.group and g in ("call", "callnoun", "meet", "encounter", "talk", "receive")]
    dated = any("date" in h.kinds for h in scene.hits)
    found.append(f"dated={dated}")
    return found


def _speech(scene: Scene, mention: Mention, side: str) -> list[str]:
    if mention.kind == "unsaid":
        return []
    before, after = scene.at(mention.begin), scene.at(mention.end - 1)
    words = scene.lower[max(0, before - 1) : before] + scene.lower[after + 1 : after + 3]
    found = [f"{side} speaks"] if any(w in SPEECH for w in words) else []
    tail = scene.draft.text[mention.end : mention.end + 2]
    if tail in ("s ", "'s", "’s") or scene.draft.text[mention.end - 1 : mention.end + 1] == "s ":
        behind = [m for m in scene.mentions if m.personal and 0 < m.begin - mention.end <= 24]
        if tail[0] != " " or behind:
            found.append(f"{side} owns,{bool(behind)}")  # Trumps Sondergesandter
    return found


def _meant(scene: Scene, unsaid: Mention, other: Mention, prefix: str) -> list[str]:
    """How well somebody who is not said fits: the pronouns of the sentence, and whether one is resolved already."""
    opening = [w for w in scene.lower[:12] if w in PRONOUNS]
    said = [m for m in scene.mentions if m.kind == "pronoun"]
    fits = any(PRONOUNS[w] == unsaid.feminine for w in opening)
    clash = bool(opening) and not fits
    named = [m for m in scene.mentions if m.personal and m.kind != "unsaid"]
    leads = [scene.lead_in(m)[0] for m in named]
    subject = any(lead in ("^", "v", "w", ",") for lead in leads)
    hangs = next((lead for lead in leads if lead in ("mit", "with", "bei", "to", "zu", "by", "von", "between", "zwischen")), "none")
    places = {m.affiliation for m in scene.mentions if not m.personal}
    home = scene.home
    local = "other" if other.affiliation in places else "unsaid" if unsaid.affiliation in places else "none"
    set_in = "other" if other.affiliation == home else "unsaid" if unsaid.affiliation == home else "none"
    focus = min(2, scene.focus.get(unsaid.key, 9))
    fresh = scene.draft.text.find(scene.draft.text[other.start : other.end]) >= other.start if other.kind != "unsaid" else False
    return [
        f"{prefix}meant,local={local}",
        f"{prefix}meant,home={set_in}",
        f"{prefix}meant,home={set_in},{hangs}",
        f"{prefix}meant,focus={focus}",
        f"{prefix}meant,focus={focus},{unsaid.how[:4]}",
        f"{prefix}meant,focus={focus},other={min(2, scene.focus.get(other.key, 9))}",
        f"{prefix}meant,fresh={fresh},{hangs}",
        f"{prefix}meant,fresh={fresh},focus={focus}",
        f"{prefix}meant,titled={scene.titled(unsaid)},{scene.titled(other)}",
        f"{prefix}meant,ranks={_rank(unsaid)},{_rank(other)}",
        f"{prefix}meant,before worded={scene.before_worded}",
        f"{prefix}meant,how={unsaid.how}",
        f"{prefix}meant,how={unsaid.how},{min(3, unsaid.outer)},subject={subject}",
        f"{prefix}meant,how={unsaid.how},hangs={hangs}",
        f"{prefix}meant,hangs={hangs},subject={subject}",
        f"{prefix}meant,people={len({m.affiliation for m in named})},hangs={hangs}",
        f"{prefix}meant,pronoun={bool(opening)},{fits}",
        f"{prefix}meant,clash={clash}",
        f"{prefix}meant,resolved={bool(said)}",
        f"{prefix}meant,subject here={subject}",
    ]


PRONOUNS = {"er": False, "he": False, "ihm": False, "ihn": False, "him": False, "his": False, "sie": True, "she": True, "her": True}


def _doubled(scene: Scene, first: Mention, last: Mention) -> list[str]:
    """A state stands for a side where none of its officials does."""
    found = []
    for mention in (first, last):
        if not mention.personal:
            here = any(m.affiliation == mention.affiliation and m.personal for m in scene.mentions)
            found.append(f"state doubled={here}")
            if scene.draft.text[mention.end : mention.end + 2] in ("s ", "'s", "’s"):
                found.append("state genitive")
    return found
