"""The working state in Redis: it can be lost at any time, and is loaded anew from Kafka."""
