"""Alerts by HTTP, signed after Standard Webhooks 1.0 (standardwebhooks.com): id, timestamp and signature in headers."""

import asyncio
import os
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
from standardwebhooks import Webhook as Signer

from alerts.rules.channels import Webhook
from consumers.channels.base import ChannelError, Sent
from tensionwire.contracts.alert import Alert
from tensionwire.contracts.wire import encode
from tensionwire.runtime.guard import Guard, Refused, allows_host

LONGEST_WAIT = 24 * 3600.0  # seconds; a Retry-After beyond it is cut
EVERYWHERE = ("0.0.0.0/0", "::/0")


class WebhookChannel:
    """Posts JSON `{type, timestamp, data}`; `webhook-id` is the alert's id, so that a repeat can be told."""

    def __init__(self, settings: Webhook, timeout: float) -> None:
        self._url = settings.url
        try:
            self._signer = Signer(_secret(settings))
        except ChannelError:
            raise
        except Exception:  # the library's message could quote the secret
            raise ChannelError("the signing secret is not base64; make one with `openssl rand -base64 32`") from None
        host = urlsplit(settings.url).hostname or ""
        self._guard = Guard(EVERYWHERE if allows_host(settings.allow, host) else settings.allow)
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._session: aiohttp.ClientSession | None = None

    async def send(self, alert: Alert) -> Sent:
        """Post it once. 2xx is delivered; 408, 425, 429, 5xx and connection errors come again; all else is final."""
        now = datetime.now(UTC)
        body = encode({"type": alert.kind, "timestamp": now.isoformat(), "data": alert}).decode()
        headers = {
            "content-type": "application/json",
            "user-agent": "tensionwire",
            "webhook-id": alert.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": self._signer.sign(alert.id, now, body),
        }
        try:
            async with self._connected().post(self._url, data=body, headers=headers, allow_redirects=False) as answer:
                return _judge(answer.status, answer.headers.get("Retry-After"))
        except TimeoutError:
            return Sent("retry", "timeout")
        except aiohttp.InvalidURL:
            return Sent("final", "bad-url")
        except (aiohttp.ClientError, ssl.SSLError, OSError) as error:
            cause = error.__cause__ or error
            if (
                isinstance(error, Refused)
                or isinstance(cause, Refused)
                or isinstance(getattr(error, "os_error", None), Refused)
            ):
                return Sent("final", "inner-address")
            return Sent("retry", "tls" if isinstance(error, aiohttp.ClientSSLError) else "connection")

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            await asyncio.sleep(0)

    def _connected(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(socket_factory=self._guard.socket, limit=0, ttl_dns_cache=60)
            self._session = aiohttp.ClientSession(
                connector=connector, timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


def _secret(settings: Webhook) -> str:
    if settings.secret_env is not None:
        value = os.environ.get(settings.secret_env, "")
        if not value:
            raise ChannelError(f"the variable {settings.secret_env} is not set: it must hold the signing secret")
        return value
    try:
        return Path(settings.secret_file or "").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise ChannelError(f"the secret file {settings.secret_file} cannot be read") from None


def _judge(status: int, retry_after: str | None) -> Sent:
    if 200 <= status < 300:
        return Sent("delivered")
    if status in (408, 425, 429) or status >= 500:
        return Sent("retry", f"http-{status}", _seconds(retry_after))
    # a redirect is never followed: it could lead anywhere
    return Sent("final", "gone" if status == 410 else "redirect" if 300 <= status < 400 else f"http-{status}")


def _seconds(retry_after: str | None) -> float | None:
    if not retry_after:
        return None
    if retry_after.strip().isdigit():
        return min(float(retry_after), LONGEST_WAIT)
    try:
        wait = (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds()
    except (TypeError, ValueError):
        return None
    return min(max(0.0, wait), LONGEST_WAIT)
