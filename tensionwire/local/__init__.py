"""The whole system on one machine without Docker: Kafka, Redis and all services as child processes."""
