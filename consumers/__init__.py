"""What reads our topics and speaks to the world: the notifier with its ledger and its channels."""
