"""A Faust application with the settings under which it loses nothing."""

from typing import Any

import faust

from tensionwire.contracts.topics import RECORD_BYTES
from tensionwire.runtime.settings import Settings

SESSION_SECONDS = 10.0
COMMIT_SECONDS = 1.0


def make_app(name: str, settings: Settings) -> Any:
    """The app `tensionwire-NAME`, which is also its consumer group.

    Faust keeps no state here (no tables, no leader topic, no web server): raw bytes in, our own awaited sends out.
    """
    return faust.App(
        f"tensionwire-{name}",
        broker=[f"kafka://{address.strip()}" for address in settings.kafka.split(",")],
        store="memory://",
        key_serializer="raw",
        value_serializer="raw",
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        broker_session_timeout=SESSION_SECONDS,
        broker_heartbeat_interval=3.0,
        broker_request_timeout=30.0,
        broker_commit_interval=COMMIT_SECONDS,
        broker_max_poll_interval=600.0,
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=RECORD_BYTES,
        consumer_group_instance_id=settings.instance or None,
        producer_acks=-1,
        producer_linger=0.002,
        producer_max_batch_size=131_072,
        producer_max_request_size=RECORD_BYTES,
        producer_request_timeout=30.0,
        stream_wait_empty=False,
        stream_buffer_maxsize=1000,
        worker_redirect_stdouts=False,
    )
