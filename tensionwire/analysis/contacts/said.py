"""How a side of a contact is said: named, by an office, as a state, or not by a name of its own."""

from collections.abc import Set as AbstractSet

from tensionwire.analysis.draft import Mention

VAGUE = frozenset({"unsaid", "there", "pronoun", "both"})  # kinds of mentions that leave open who, or where, is meant


def said_as(mention: Mention, vague: AbstractSet[str]) -> str:
    """The kind of a mention that is one of `vague`, else what the text has of the side."""
    if mention.kind in vague:
        return mention.kind
    return "named" if mention.name else "office" if mention.personal else "state"
