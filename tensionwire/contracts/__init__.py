"""The shapes that travel: articles, findings, sightings, records, alerts, deliveries, and the topics they travel on."""
