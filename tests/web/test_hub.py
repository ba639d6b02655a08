"""Streams are places in a shared ring."""

import asyncio

from tensionwire.web.hub import KEPT, Fresh, Hub
from tests.consumers.making import alert


def fresh(*places: int) -> list[Fresh]:
    return [Fresh(seq, 0, alert(seq)) for seq in places]


def after(hub: Hub, seq: int) -> list[int] | None:
    found = hub.after(seq)
    return None if found is None else [f.seq for f in found]


def test_the_ring_knows_how_far_it_reaches() -> None:
    hub = Hub()
    assert hub.after(3) is None  # the store is asked: what came before the start is not in the ring
    hub.publish(fresh(5, 7))
    assert after(hub, 3) is None
    assert after(hub, 4) == [5, 7]
    assert after(hub, 6) == [7]
    assert after(hub, 7) == []
    hub.publish(fresh(*range(8, 8 + KEPT)))
    assert after(hub, 6) is None
    assert after(hub, 7) == list(range(8, 8 + KEPT))


def test_news_wake_who_waits() -> None:
    async def main() -> list[int]:
        hub = Hub()
        waiting = [asyncio.create_task(hub.news()) for _ in range(3)]
        await asyncio.sleep(0)
        hub.publish(fresh(1))
        await asyncio.wait_for(asyncio.gather(*waiting), 1)
        late = asyncio.create_task(hub.news())
        await asyncio.sleep(0)
        assert not late.done()
        hub.close()
        await asyncio.wait_for(late, 1)
        return after(hub, 0) or []

    assert asyncio.run(main()) == [1]
