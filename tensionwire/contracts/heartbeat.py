"""The heartbeat: an article that web publishes now and then, which goes the whole way and is measured.

It makes no record and no count, and ends at a built-in receiver that shows it to nobody.
"""

SUBJECT = "heartbeat"
RECEIVER = "heartbeat"
PREFIX = "tensionwire:heartbeat:"  # of its article id; the intake takes no such id from others


def is_heartbeat(article_id: str | None) -> bool:
    """True for the id of a heartbeat's article."""
    return article_id is not None and article_id.startswith(PREFIX)
