"""Which article this is: its id, and the hash of what it says."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import xxhash

from tensionwire.contracts.article import Article
from tensionwire.contracts.ids import stable_id

TRACKING = re.compile(r"^(utm_|fbclid|gclid|mc_|ref$|cmp$|wt_)", re.IGNORECASE)
SPACES = re.compile(r"\s+")


def article_id(article: Article) -> str:
    """The id as given, else the hash of the canonical URL, else of the normalised text."""
    if article.id:
        return article.id
    if article.url:
        return stable_id("url", canonical_url(article.url))
    return stable_id("text", SPACES.sub(" ", article.text).strip())


def canonical_url(url: str) -> str:
    """Lower-case host without `www.`, no fragment, no tracking parameters, no trailing slash; others sorted."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")
        query = sorted((k, v) for k, v in parse_qsl(parts.query) if not TRACKING.match(k))
    except ValueError:
        return url.strip()
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(query), ""))


def digest(article: Article) -> str:
    """The hash of what the article says, without its version: an equal digest is no correction."""
    said = (article.title, article.text, article.published, article.language, article.url, article.source)
    return xxhash.xxh3_128_hexdigest("\0".join(part or "" for part in said).encode("utf-8", "surrogatepass"))
