"""From outside to the topic `articles`: the readers of files, and the publisher."""

from tensionwire.ingest.outcome import Outcome, Place, Read, Refused
from tensionwire.ingest.publisher import PublishStopped, Summary, publish
from tensionwire.ingest.reading import read

__all__ = ["Outcome", "Place", "PublishStopped", "Read", "Refused", "Summary", "publish", "read"]
