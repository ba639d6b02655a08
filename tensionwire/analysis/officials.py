"""Step 7: whose office counts: a leader of one of several parties is an official only where he is in a contact."""

from tensionwire.analysis.draft import Draft

ONE_PARTY = frozenset("CHN CUB ERI LAO PRK VNM".split())


def officials(draft: Draft) -> None:
    """Take the office from leaders of parties of which the contacts say nothing. They stay in the list of the named."""
    elsewhere = draft.lexicon.states - ONE_PARTY
    present = {p.name for contact in draft.contacts for p in contact.participants}
    for entity in draft.entities:
        if entity.role == "party-leader" and entity.affiliation in elsewhere and entity.name not in present:
            entity.role = None
