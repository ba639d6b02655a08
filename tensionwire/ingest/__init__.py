"""From outside to the topic `articles`: `read` files here, publish them with `ingest.publisher`, which needs Kafka."""

from tensionwire.ingest.outcome import Outcome, Place, Read, Refused
from tensionwire.ingest.reading import read

__all__ = ["Outcome", "Place", "Read", "Refused", "read"]
