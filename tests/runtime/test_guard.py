"""Addresses that must not be dialled, in every disguise."""

import ipaddress
import socket
import threading

import pytest

from tensionwire.runtime.dialling import Dialling
from tensionwire.runtime.guard import Guard, Refused, inner

INNER = [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "192.0.0.8", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1",
    "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:0:7f00:1::", "fe80::1%eth0",
]  # fmt: skip


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses_are_refused(address: str) -> None:
    with pytest.raises(Refused):
        Guard().check(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"])
def test_addresses_of_the_world_are_dialled(address: str) -> None:
    Guard().check(address)
    assert not inner(ipaddress.ip_address(address))


def test_a_network_can_be_allowed() -> None:
    Guard(["10.0.0.0/8", "hooks.internal"]).check("10.1.2.3")
    with pytest.raises(Refused):
        Guard(["10.0.0.0/8"]).check("192.168.0.1")


def test_a_host_that_is_named_may_resolve_to_anything() -> None:
    Guard(["hooks.internal"], "Hooks.Internal").check("10.1.2.3")
    with pytest.raises(Refused):
        Guard(["hooks.internal"], "other.internal").check("10.1.2.3")
    with pytest.raises(Refused):
        Guard(["hooks.internal"]).check("10.1.2.3")


@pytest.mark.parametrize("address", ["localhost", "/tmp/socket", "", "127.1", "0x7f.1"])
def test_only_numeric_addresses_are_dialled(address: str) -> None:
    with pytest.raises(Refused, match="numeric"):
        Guard().check(address)


def test_within_the_guard_no_connect_reaches_the_system() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        there = server.getsockname()
        with Dialling(Guard()) as dialling:
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
                with socket.socket(socket.AF_INET, kind) as one, pytest.raises(Refused):
                    one.connect(there)
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, pytest.raises(Refused):
                one.sendto(b"x", there)
            with socket.socket(socket.AF_UNIX) as one, pytest.raises(Refused):
                one.connect("/tmp/none")
        assert dialling.refused
        with pytest.raises(BlockingIOError):
            server.accept()
        # outside of it, and in other threads, nothing is in the way
        with socket.create_connection(there, 1):
            server.setblocking(True)
            server.accept()[0].close()


def test_a_call_can_be_cut_from_another_thread() -> None:
    """Whatever a library makes of the socket, and however long it waits."""
    dialling = Dialling(Guard(["127.0.0.1"]))
    ended: list[bytes] = []

    def wait(port: int) -> None:
        with dialling:
            line = socket.create_connection(("127.0.0.1", port))
            other = socket.socket(fileno=line.detach())  # as TLS does
            ended.append(other.recv(1))
            other.close()
            with pytest.raises(TimeoutError):
                socket.create_connection(("127.0.0.1", port))

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=wait, args=(server.getsockname()[1],))
        thread.start()
        connection, _ = server.accept()
        dialling.cut()
        thread.join(5)
        connection.close()
    assert ended == [b""]
    assert not thread.is_alive()
