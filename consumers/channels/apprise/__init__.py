"""Alerts to chat, push and paging services by Apprise: one address a receiver, in threads of its own, each guarded."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from functools import partial

import apprise
from apprise.common import NotifyFormat, OverflowMode, PersistentStoreMode

from alerts.rules.channels import Apprise
from consumers.channels.apprise.schemes import SCHEMES
from consumers.channels.base import ChannelError, Parcel, Reader, Sent
from consumers.channels.secret import secret
from consumers.channels.threaded import attempt
from consumers.channels.webhook.answer import judge
from tensionwire.runtime.dialling import Dialling
from tensionwire.runtime.guard import Guard

THREADS = 4  # at once to one service
STATUS = re.compile(r"error=(\d{3})\b")

_said: ContextVar[list[str] | None] = ContextVar("said", default=None)


class _Ear(logging.Handler):
    """Hears what Apprise says of a failure. It goes no further: it may quote what was sent, and to whom."""

    def emit(self, record: logging.LogRecord) -> None:
        said = _said.get()
        if said is not None and record.levelno >= logging.WARNING:
            said.append(record.getMessage())


_log = logging.getLogger("apprise")
_log.handlers[:] = [_Ear()]
_log.propagate = False
_log.setLevel(logging.WARNING)


class AppriseChannel:
    """Notifies one service."""

    def __init__(self, settings: Apprise, reader: Reader) -> None:
        self._reader = reader
        self._service = _service(secret("the Apprise address", settings.url_env, settings.url_file), reader.timeout)
        self._guard = Guard(settings.allow, getattr(self._service, "host", None) or "")
        self._threads = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="apprise")

    async def send(self, parcel: Parcel) -> Sent:
        """Notify once. What Apprise says of an HTTP status decides; a failure without one comes again."""
        title = " ".join(self._reader.render("apprise/title.j2", parcel).split())
        body = self._reader.render("apprise/body.j2", parcel).strip()
        return await attempt(self._threads, self._guard, self._reader.timeout, partial(self._send, title, body))

    async def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _send(self, title: str, body: str, dialling: Dialling) -> Sent:
        said: list[str] = []
        token = _said.set(said)
        try:
            with dialling:
                done = self._service.notify(title=title, body=body, body_format=NotifyFormat.TEXT)
        finally:
            _said.reset(token)
        if dialling.refused:
            return Sent("final", "inner-address")
        return Sent("delivered") if done else _judge(said)


def _service(address: str, timeout: float) -> apprise.NotifyBase:
    scheme = address.partition("://")[0].lower()
    if scheme not in SCHEMES:
        raise ChannelError(f"the scheme of the Apprise address is not among those that are allowed: {_list()}")
    asset = apprise.AppriseAsset(
        http_redirects=False,
        secure_logging=True,
        async_mode=False,
        storage_mode=PersistentStoreMode.MEMORY,
        pgp_autogen=False,
        pem_autogen=False,
    )
    service = apprise.Apprise.instantiate(address, asset=asset)
    if service is None:
        raise ChannelError(f"Apprise cannot read the {scheme} address; its form is at appriseit.com/services")
    # whatever the address says of itself
    service.redirects = False
    # no pauses of its own within our limit of a try: a service that is asked too often answers 429, and is tried later
    service.request_rate_per_sec = 0
    service.socket_connect_timeout = service.socket_read_timeout = timeout
    service.overflow_mode = OverflowMode.TRUNCATE
    return service


def _judge(said: list[str]) -> Sent:
    for line in said:
        if found := STATUS.search(line):
            return judge(int(found[1]))
    return Sent("retry", "failed")


def _list() -> str:
    return ", ".join(sorted(SCHEMES))
