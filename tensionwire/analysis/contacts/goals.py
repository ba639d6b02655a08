"""Where a journey may lead whose goal is not said: where the article is set, where the host is at home, where we were."""

import bisect

from tensionwire.analysis.contacts.scene import Scene
from tensionwire.analysis.draft import Mention

REACH_BACK = 2  # sentences in which the goal may have been said
MOST = 3  # goals that are thought of in one sentence


def goals(scene: Scene, starts: list[int]) -> list[Mention]:
    """States that may be meant as the goal; `how` tells why. `starts` are those of all mentions of the article.

    Only where the sentence has a word of travelling. What it says itself is no unsaid goal.
    """
    if not any("visit" in word.forms for word in scene.words):
        return []
    known = scene.draft.lexicon.states
    draft, at = scene.draft, scene.sentence.start
    said = {m.affiliation for m in scene.mentions if not m.personal}
    why: dict[str, list[str]] = {}
    if scene.home:
        why.setdefault(scene.home, []).append("home")
    for mention in scene.mentions:
        if mention.personal and mention.kind != "unsaid" and "host" not in why.setdefault(mention.affiliation, []):
            why[mention.affiliation].append("host")
    for before in reversed(draft.sentences[max(0, scene.sentence.place - REACH_BACK) : scene.sentence.place]):
        first, last = bisect.bisect_left(starts, before.start), bisect.bisect_left(starts, before.end)
        states = [m.affiliation for m in draft.mentions[first:last] if not m.personal and m.affiliation in known]
        if states:
            why.setdefault(states[-1], []).append("before")
            break
    if scene.story.last_goal:
        why.setdefault(scene.story.last_goal, []).append("gone to")
    return [
        Mention(at, at, state, None, None, "there", how="+".join(how))
        for state, how in list(why.items())
        if state in known and state not in said
    ][:MOST]
