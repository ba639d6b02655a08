"""Learning what the features of contacts and of their status weigh, from labelled articles."""
