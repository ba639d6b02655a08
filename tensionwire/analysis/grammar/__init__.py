"""Grammar of German and English as far as it tells what took place: clauses, tense and mood, split verbs, phrases."""
