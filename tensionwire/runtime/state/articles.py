"""What streams/tag remembers of an article: its version, its text's hash, and the subjects it told."""

import asyncio
import itertools
from collections.abc import Iterable, Mapping

import msgspec
from redis.asyncio import Redis

from tensionwire.analysis.sightings import rank_of, subjects_of
from tensionwire.contracts.sighting import Rank
from tensionwire.contracts.tagged import TaggedArticle
from tensionwire.contracts.topics import TAGGED
from tensionwire.contracts.wire import decode
from tensionwire.runtime.state.epoch import PREFIX, StateLost, epoch_key, load_once
from tensionwire.runtime.state.replay import read_whole

STORE = "articles"
KEEP_SECONDS = 60 * 24 * 3600
LOAD_BATCH = 500


class ArticleMark(msgspec.Struct, frozen=True, array_like=True):
    """The version of an article that was told last. `subjects` are those of its sightings."""

    rank: Rank
    digest: str
    subjects: tuple[str, ...] = ()


# One call for a batch. ARGV: seconds to keep, then a value for each key.
WRITE = "for i, key in ipairs(KEYS) do redis.call('SET', key, ARGV[i + 1], 'EX', ARGV[1]) end"

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(ArticleMark)


def _key(article_id: str) -> str:
    return f"{PREFIX}:article:{article_id}"


class ArticleMarks:
    """The marks in Redis. Every method raises the errors of REDIS_AWAY where Redis is away."""

    def __init__(self, redis: Redis, bootstrap: str) -> None:
        self._redis = redis
        self._bootstrap = bootstrap
        self._write = redis.register_script(WRITE)

    async def read(self, ids: Iterable[str]) -> dict[str, ArticleMark]:
        """The marks of those of `ids` that are known. Raises StateLost where the store must be loaded first."""
        wanted = list(dict.fromkeys(ids))
        epoch, *values = await self._redis.mget([epoch_key(STORE), *map(_key, wanted)])
        if epoch is None:
            raise StateLost(STORE)
        return {i: _decoder.decode(v) for i, v in zip(wanted, values, strict=True) if v is not None}

    async def write(self, marks: Mapping[str, ArticleMark]) -> None:
        """Keep these marks, after the broker's word on all that they stand for."""
        if not marks:
            return
        values: list[int | bytes] = [KEEP_SECONDS, *(_encoder.encode(mark) for mark in marks.values())]
        await self._write(keys=[_key(article_id) for article_id in marks], args=values)

    async def load(self) -> bool:
        """Load the marks from `articles.tagged` where they were lost; True where this process did it."""
        return await load_once(self._redis, STORE, self._load)

    async def _load(self) -> None:
        records = read_whole(self._bootstrap, TAGGED)
        while chunk := await asyncio.to_thread(lambda: list(itertools.islice(records, LOAD_BATCH))):
            newest: dict[str, ArticleMark] = {}
            for record in chunk:
                article = decode(record.value, TaggedArticle)
                found = mark_of(article)
                if article.id not in newest or newest[article.id].rank <= found.rank:
                    newest[article.id] = found
            await self._write_newer(newest)

    async def _write_newer(self, marks: Mapping[str, ArticleMark]) -> None:
        # partitions are keyed by article id, so an older version never follows a newer one by much; still, compare
        stored = await self._redis.mget([_key(i) for i in marks])
        known = {i: _decoder.decode(v) for i, v in zip(marks, stored, strict=True) if v is not None}
        await self.write({i: m for i, m in marks.items() if i not in known or known[i].rank <= m.rank})


def mark_of(article: TaggedArticle) -> ArticleMark:
    """The mark that a tagged article leaves."""
    return ArticleMark(rank_of(article), article.digest, tuple(subjects_of(article)))
