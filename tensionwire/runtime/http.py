"""The guarded HTTP session: every address that it dials is checked, redirects and cookies stay out."""

import ssl

import aiohttp

from tensionwire.runtime.guard import Guard, Refused


def guarded_session(guard: Guard, timeout: float) -> aiohttp.ClientSession:
    """A session whose calls each end within `timeout` seconds. Pass `allow_redirects=False` with every call.

    It takes no proxy from the environment: a proxy would dial what the guard never sees.
    """
    connector = aiohttp.TCPConnector(socket_factory=guard.socket, limit=0, ttl_dns_cache=60)
    return aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=timeout),
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
    )


def was_refused(error: BaseException) -> bool:
    """True where the guard stands behind a client error."""
    causes = (error, error.__cause__, getattr(error, "os_error", None))
    return any(isinstance(cause, Refused) for cause in causes)


def is_tls(error: BaseException) -> bool:
    """True where the other side's certificate or its TLS is bad."""
    return isinstance(error, aiohttp.ClientSSLError | ssl.SSLError)
