"""Free ports on this machine's own address."""

import socket

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """True where nothing listens on `port`."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


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
