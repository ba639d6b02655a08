"""The guard on outgoing connections: the address that is really dialled is checked, whatever the name said before.

A name can resolve to an inner address, and to another one a moment later; so the check stands where the socket is made.
"""

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# What the standard library's is_global lets through or reads as another's (found by trying each).
DENIED = tuple(
    ipaddress.ip_network(n)
    for n in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "fec0::/10",
        "ff00::/8",
    )
)
NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


class Refused(OSError):
    """An address that must not be dialled."""


def inner(address: Address) -> bool:
    """True for an address of this machine, this network, or none that belongs to the outside world."""
    if isinstance(address, ipaddress.IPv6Address):
        carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(address in n for n in NAT64):
            carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        # the old "compatible" form, ::a.b.c.d
        if int(address) >> 32 == 0:
            carried.append(ipaddress.IPv4Address(int(address)))
        if any(c is not None and inner(c) for c in carried):
            return True
    return not address.is_global or any(address in n for n in DENIED if n.version == address.version)


class Guard:
    """Says which addresses may be dialled. `allow` names networks that may be in spite of being inner ones.

    Where `allow` names `host`, the host that is to be called, it may resolve to whatever it likes.
    """

    def __init__(self, allow: Iterable[str] = (), host: str = "") -> None:
        entries = list(allow)
        self._any = bool(host) and host.lower().rstrip(".") in {e.lower().rstrip(".") for e in entries}
        self._allowed = [ipaddress.ip_network(entry, strict=False) for entry in entries if _is_network(entry)]

    def check(self, host: object) -> None:
        """Raise Refused where `host` must not be dialled, or is no numeric address and would be resolved unseen."""
        try:
            address = ipaddress.ip_address(str(host).split("%", 1)[0])
        except ValueError:
            raise Refused("only numeric addresses are dialled") from None
        if self._any or any(address in n for n in self._allowed if n.version == address.version):
            return
        if inner(address):
            raise Refused(f"{address} is an inner address: add it to `allow` of this receiver if it is meant")

    def socket(self, info: Any) -> socket.socket:
        """The socket for an entry of getaddrinfo (aiohttp's `socket_factory`). Raises Refused before it exists."""
        family, kind, protocol, _, address = info
        self.check(address[0])
        return socket.socket(family=family, type=kind, proto=protocol)


def _is_network(entry: str) -> bool:
    try:
        ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return False
    return True
