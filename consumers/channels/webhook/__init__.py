"""Alerts by HTTP, signed after Standard Webhooks 1.0 (standardwebhooks.com): id, timestamp and signature in headers."""

import asyncio
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from standardwebhooks import Webhook as Signer

from alerts.rules.channels import Webhook
from consumers.channels.base import DIGEST, NOTICE, ChannelError, Parcel, Reader, Sent
from consumers.channels.secret import secret
from consumers.channels.webhook.answer import judge
from tensionwire.contracts.wire import encode
from tensionwire.runtime.guard import Guard
from tensionwire.runtime.http import guarded_session, is_tls, was_refused

LONGEST_ANSWER = 64 * 1024  # bytes of an answer that are read, so that its connection can be used again


class WebhookChannel:
    """Posts JSON `{type, timestamp, data}`; `webhook-id` is the alert's id, so that a repeat can be told.

    While keys are rotated the secret holds two, with a space between: each signs, and a receiver may check either.
    """

    def __init__(self, settings: Webhook, reader: Reader) -> None:
        self._url = settings.url
        keys = secret("the signing secret", settings.secret_env, settings.secret_file).split()
        try:
            self._signers = [Signer(key) for key in keys]
        except Exception:  # the library's message could quote the secret
            raise ChannelError("the signing secret is not base64; make one with `openssl rand -base64 32`") from None
        self._guard = Guard(settings.allow, urlsplit(settings.url).hostname or "")
        self._timeout = reader.timeout
        self._session: aiohttp.ClientSession | None = None

    async def send(self, parcel: Parcel) -> Sent:
        """Post it once. 2xx is delivered; 408, 425, 429, 5xx and connection errors come again; all else is final."""
        now = datetime.now(UTC)
        body = encode({"type": parcel.kind, "timestamp": now.isoformat(), "data": _data(parcel)}).decode()
        headers = {
            "content-type": "application/json",
            "user-agent": "tensionwire",
            "webhook-id": parcel.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(signer.sign(parcel.id, now, body) for signer in self._signers),
        }
        try:
            async with self._connected().post(self._url, data=body, headers=headers, allow_redirects=False) as answer:
                said = judge(answer.status, answer.headers.get("Retry-After"), now)
                # 2xx counts when its headers are there; its body, however slow, is no part of the word
                if said.outcome != "delivered":
                    return said
                await _empty(answer)
                return said
        except TimeoutError:
            return Sent("retry", "timeout")
        except aiohttp.InvalidURL:
            return Sent("final", "bad-url")
        except (aiohttp.ClientError, OSError) as error:
            if was_refused(error):
                return Sent("final", "inner-address")
            return Sent("retry", "tls" if is_tls(error) else "connection")

    async def close(self) -> None:
        """Close the connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()
            await asyncio.sleep(0)

    def _connected(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = guarded_session(self._guard, self._timeout)
        return self._session


async def _empty(answer: aiohttp.ClientResponse) -> None:
    """Read a short answer to its end, so that its connection serves again; a long or slow one is dropped."""
    try:
        async with asyncio.timeout(0.2):
            await answer.content.readexactly(LONGEST_ANSWER)
    except asyncio.IncompleteReadError:
        return
    except (TimeoutError, aiohttp.ClientError, OSError):
        pass
    answer.close()


def _data(parcel: Parcel) -> Any:
    if parcel.kind == NOTICE:
        return {"text": parcel.said}
    return {"alerts": parcel.alerts} if parcel.kind == DIGEST else parcel.alerts[0]
