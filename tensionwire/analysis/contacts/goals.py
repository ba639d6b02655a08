"""Where a journey may go whose goal its sentence does not say: `Lazaro arrived on Sunday`."""

from bisect import bisect_left

from tensionwire.analysis.draft import Draft, Mention, Sentence

MAIN = 2  # states that the article names most often
REACH_BACK = 2  # sentences in which the goal may have been said


def main_states(draft: Draft) -> list[str]:
    """The states, seats and cities that the article names most often, by their states."""
    counts: dict[str, int] = {}
    states = draft.lexicon.states
    for mention in draft.mentions:
        if not mention.personal and mention.affiliation in states:
            counts[mention.affiliation] = counts.get(mention.affiliation, 0) + 1
    return sorted(counts, key=lambda state: -counts[state])[:MAIN]


def goals(draft: Draft, sentence: Sentence, starts: list[int], home: str | None, main: list[str]) -> list[Mention]:
    """The states that may be meant for two reasons or more, at the beginning of the sentence: for one alone a state is
    hardly ever meant. `how` tells why, in words joined by `+`.

    `home`: the article is set there; `last`: said last; `host`: one of its officials was named; `main0`, `main1`: the
    article names it most. `starts` are those of `draft.mentions`.
    """
    states, place = draft.lexicon.states, sentence.place
    found: dict[str, list[str]] = {}
    if home is not None:
        found[home] = ["home"]
    said = False
    for before in reversed(draft.sentences[max(0, place - REACH_BACK) : place + 1]):
        mentions = draft.mentions[bisect_left(starts, before.start) : bisect_left(starts, before.end)]
        here = before is sentence
        for mention in reversed(mentions):
            if mention.affiliation not in states:
                continue
            if mention.personal:
                if mention.role:
                    _add(found, mention.affiliation, "host here" if here else "host")
            elif not (here or said):
                said = True
                _add(found, mention.affiliation, "last")
    for rank, state in enumerate(main):
        _add(found, state, f"main{rank}")
    at = sentence.start
    return [Mention(at, at, state, kind="there", how="+".join(why)) for state, why in found.items() if len(why) > 1]


def _add(found: dict[str, list[str]], state: str, why: str) -> None:
    known = found.setdefault(state, [])
    if why not in known:
        known.append(why)
