"""Alerts by mail: SMTP with TLS, in threads of its own, each connection guarded."""

import logging
import smtplib
import ssl
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import partial

from alerts.rules.channels import Mail
from consumers.channels.base import ChannelError, Parcel, Reader, Sent
from consumers.channels.mail.message import address, compose
from consumers.channels.secret import secret
from consumers.channels.threaded import attempt
from tensionwire.runtime.dialling import Dialling
from tensionwire.runtime.guard import Guard

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
        return await attempt(self._threads, self._guard, self._reader.timeout, partial(self._send, mail))

    async def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _send(self, mail: EmailMessage, dialling: Dialling) -> Sent:
        with dialling:
            try:
                self._talk(mail)
            except (smtplib.SMTPException, OSError) as error:
                return Sent("final", "inner-address") if dialling.refused else _judge(error)
        return Sent("delivered")

    def _talk(self, mail: EmailMessage) -> None:
        found = self._settings
        port = found.port or PORTS[found.security]
        safe_tls = ssl.create_default_context()
        secure = found.security == "tls"
        with (
            smtplib.SMTP_SSL(found.host, port, timeout=self._reader.timeout, context=safe_tls)
            if secure
            else smtplib.SMTP(found.host, port, timeout=self._reader.timeout)
        ) as client:
            if found.security == "starttls":
                client.starttls(context=safe_tls)
            if found.user:
                client.login(found.user, self._password)
            refused = client.send_message(mail)
        if refused:
            log.warning("%s took a mail for some of its addresses and refused %d", found.host, len(refused))


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
