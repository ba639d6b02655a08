"""The `tensionwire` command, one file a verb."""
