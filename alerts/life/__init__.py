"""The life of a contact: a record is born, joined by further reports, moves, merges, is withdrawn."""
