"""Logging: one line an event on standard error, UTC, quiet when all is well."""

import logging
import sys
import time

FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s"
# Chatter of libraries that says nothing an operator can act on.
QUIET = ("kafka", "aiokafka", "faust", "mode", "redis", "asyncio")


def set_up(level: str) -> None:
    """Log to standard error at `level`; libraries only from WARNING on. Safe to call again."""
    formatter = logging.Formatter(FORMAT, datefmt="%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("tensionwire").setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL if name in ("kafka", "redis") else logging.WARNING)
