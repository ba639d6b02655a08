"""Alerts by mail: SMTP with TLS, in threads of its own, each connection guarded."""

import asyncio
import logging
import smtplib
import ssl
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from email.message import EmailMessage

from alerts.rules.channels import Mail
from consumers.channels.base import ChannelError, Parcel, Reader, Sent
from consumers.channels.mail.message import address, compose
from consumers.channels.secret import secret
from tensionwire.runtime.dialling import guarded
from tensionwire.runtime.guard import Guard, Refused

log = logging.getLogger("tensionwire.notify")

PORTS = {"starttls": 587, "tls": 465, "none": 25}
CONNECTIONS = 4  # at once to one mail server


class MailChannel:
    """Sends each parcel as one mail to all addresses of the receiver."""

    def __init__(self, settings: Mail, reader: Reader) -> None:
        self._settings = settings
        self._reader = reader
        self._guard = Guard(settings.allow, settings.host)
        self._password = (
            secret("the mail password", settings.password_env, settings.password_file) if settings.user else ""
        )
        try:
            self._sender = address(settings.sender)
            self._to = [address(one) for one in settings.to]
        except ValueError as error:
            raise ChannelError(f"`sender` and `to` must be mail addresses: {error}") from None
        self._threads = ThreadPoolExecutor(max_workers=CONNECTIONS, thread_name_prefix="mail")

    async def send(self, parcel: Parcel) -> Sent:
        """Send it once. 2xx is delivered; 4xx, timeouts and connection errors come again; 5xx is final."""
        mail = compose(parcel, self._reader, self._sender, self._to, datetime.now(UTC))
        line = Line()
        try:
            async with asyncio.timeout(self._reader.timeout):
                return await asyncio.get_running_loop().run_in_executor(self._threads, self._send, mail, line)
        except TimeoutError:
            return Sent("retry", "timeout")
        finally:
            line.cut()

    async def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _send(self, mail: EmailMessage, line: "Line") -> Sent:
        with guarded(self._guard) as dialling:
            try:
                self._talk(mail, line)
            except (smtplib.SMTPException, OSError) as error:
                if dialling.refused or isinstance(error, Refused):
                    return Sent("final", "inner-address")
                return _judge(error)
        return Sent("delivered")

    def _talk(self, mail: EmailMessage, line: "Line") -> None:
        found = self._settings
        port = found.port or PORTS[found.security]
        safe_tls = ssl.create_default_context()
        # not by the constructor: it would dial before the line can be cut
        client = (
            smtplib.SMTP_SSL(timeout=self._reader.timeout, context=safe_tls)
            if found.security == "tls"
            else smtplib.SMTP(timeout=self._reader.timeout)
        )
        client._host = found.host  # type: ignore[attr-defined]  # the name that TLS checks; the constructor sets it
        line.hold(client)
        with client:
            client.connect(found.host, port)
            if found.security == "starttls":
                client.starttls(context=safe_tls)
            if found.user:
                client.login(found.user, self._password)
            refused = client.send_message(mail)
        if refused:
            log.warning("%s took a mail for some of its addresses and refused %d", found.host, len(refused))


class Line:
    """A connection that can be cut from another thread, so that one which never ends holds its thread no longer."""

    def __init__(self) -> None:
        self._client: smtplib.SMTP | None = None
        self._over = False

    def hold(self, client: smtplib.SMTP) -> None:
        """From now on it is this one."""
        self._client = client
        if self._over:
            raise TimeoutError("the time was up before it began")

    def cut(self) -> None:
        """Hang up; at the end of a talk there is nothing left to cut."""
        self._over = True
        sock = getattr(self._client, "sock", None)
        if sock is not None:
            try:
                sock.shutdown(2)
            except (OSError, ValueError):
                return


def _judge(error: Exception) -> Sent:
    """What a failed talk means; `reason` holds the server's code, never its words."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return _coded(min(codes))  # one that is refused for now is worth another try
    if isinstance(error, smtplib.SMTPResponseException):
        return _coded(error.smtp_code)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Sent("final", "smtp-unsupported")
    if isinstance(error, ssl.SSLError):
        return Sent("retry", "tls")
    return Sent("retry", "timeout" if isinstance(error, TimeoutError) else "connection")


def _coded(code: int) -> Sent:
    return Sent("final" if 500 <= code < 600 else "retry", f"smtp-{code}" if 200 <= code < 600 else "smtp")
