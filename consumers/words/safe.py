"""What strangers wrote stays text: titles, quotes, names and addresses never steer a terminal, a mail or a chat.

Nothing is escaped with signs of one chat's own, since the same words go to many chats: signs with a meaning in Slack,
Discord, Telegram, Markdown or HTML are replaced by signs that look the same and mean nothing.
"""

import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

LONGEST_LINK = 2000  # characters

_LOOKALIKE = str.maketrans(
    {
        "*": "∗",
        "_": "ˍ",
        "~": "∼",
        "`": "ˋ",
        "|": "ǀ",
        "[": "［",
        "]": "］",
        "<": "‹",
        ">": "›",
        "@": "＠",
        "#": "＃",
        "\\": "＼",
        "&": "＆",
    }
)
# in an address these are written in hexadecimal, which means the same to the server
_LINK_SAFE = "/:?@!$&+,;=%-.~"


class Ours(str):
    """Words of our own, which no stranger wrote: they are shown as they are."""

    __slots__ = ()


class Link(Ours):
    """A web address that was checked and cleaned."""

    __slots__ = ()


def safe(text: str) -> str:
    """One line without control, bidirectional or other invisible characters, which could forge a message."""
    kept = (
        "" if unicodedata.category(c) in ("Cf", "Co", "Cs") else " " if unicodedata.category(c)[0] in "CZ" else c
        for c in text
    )
    return " ".join("".join(kept).split())


def chat(text: str) -> str:
    """One line in which nothing is markup, a mention or a link of its own, in any chat."""
    return safe(text).translate(_LOOKALIKE)


def link(url: str | None) -> Link | None:
    """The address of an article, fit to be shown; None for what is no plain http or https address.

    A name before an `@` is refused: it makes one site look like another.
    """
    if not url or len(url) > LONGEST_LINK or safe(url) != url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if quote(name, safe="[]:.-_") != name:
        return None
    place = f"{name}:{port}" if port else name
    path, query, fragment = (quote(p, safe=_LINK_SAFE) for p in (parts.path, parts.query, parts.fragment))
    return Link(urlunsplit((parts.scheme, place, path, query, fragment)))
