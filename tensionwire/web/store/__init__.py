"""The read model: a disposable SQLite file, built from Kafka with the offsets in the same transaction."""
