"""What every process needs and decides nothing: settings, Kafka and Redis, telemetry."""
