"""Learning the weights of contacts, of their status, of putting them together, and of flashpoints."""
