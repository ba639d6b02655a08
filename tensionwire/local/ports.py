"""Free ports on this machine's own address."""

import random
import socket
from collections import deque

HOST = "127.0.0.1"
# Below what kernels give to outgoing connections (Linux from 32768, others from 49152): a connection of the minute
# would take a port between its choice and the start of its service, or while a killed service is started again.
OWN = range(20_000, 32_000)

# A port chosen but not listened on yet is claimed by UDP, which no service of ours uses, against other processes that
# choose. The oldest claims are let go: their services listen, or have ended.
_claims: deque[socket.socket] = deque(maxlen=128)


def is_free(port: int) -> bool:
    """True where nothing listens on `port`."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _claimed(port: int) -> bool:
    """True where `port` is now this process' own, until it ends or has chosen many more."""
    claim = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        claim.bind((HOST, port))
    except OSError:
        claim.close()
        return False
    if len(_claims) == _claims.maxlen:
        _claims.popleft().close()
    _claims.append(claim)
    return True


def free_port() -> int:
    """A port that nothing listens on now, and that no other call gets meanwhile, in this process or another.

    Raises OSError where none is left.
    """
    for port in random.sample(OWN, len(OWN)):
        if is_free(port) and _claimed(port):
            return port
    raise OSError(f"no free port from {OWN.start} to {OWN.stop - 1} on {HOST}: end programs that listen there")


def preferred(port: int) -> int:
    """`port` where it is free, else another."""
    return port if is_free(port) else free_port()


def answers(port: int, timeout: float = 0.5) -> bool:
    """True where something accepts a connection on `port`."""
    try:
        with socket.create_connection((HOST, port), timeout=timeout):
            return True
    except OSError:
        return False
