"""The intake's parts: tokens, rates, and the budget of memory."""

import asyncio

import pytest

from tensionwire.runtime.settings import SettingsError
from tensionwire.web.intake.budget import Budget, Full
from tensionwire.web.intake.tokens import Rates, Tokens

TOKEN = "0123456789abcdef"


def test_tokens_have_owners() -> None:
    tokens = Tokens(f"desk:{TOKEN}, wire:{TOKEN}ff")
    assert tokens.owner(f"Bearer {TOKEN}") == "desk"
    assert tokens.owner(f"bearer  {TOKEN}ff ") == "wire"
    for header in (None, "", TOKEN, f"Basic {TOKEN}", f"Bearer {TOKEN}f", "Bearer desk"):
        assert tokens.owner(header) is None
    assert not Tokens("")
    assert "0123" not in repr(vars(tokens))


@pytest.mark.parametrize("text", ["desk", f":{TOKEN}", "desk:short", f"a:{TOKEN},b"])
def test_a_token_that_cannot_be_used_is_named_without_itself(text: str) -> None:
    with pytest.raises(SettingsError, match="TENSIONWIRE_WEB_TOKENS: entry") as error:
        Tokens(text)
    assert TOKEN not in str(error.value)
    assert "short" not in str(error.value)


def test_rates() -> None:
    rates = Rates(100)
    assert rates.take("desk", 200) == 0.0  # the bucket holds two seconds
    assert 0.4 < rates.take("desk", 50) <= 0.5
    assert rates.take("wire", 1000) == 0.0  # larger than the bucket: it passes, and is paid for
    assert rates.take("wire", 1) > 7


def test_the_budget_holds_back_and_lets_on_in_line() -> None:
    async def main() -> list[str]:
        budget = Budget(100, 5)
        said: list[str] = []

        async def work(name: str, size: int) -> None:
            await budget.reserve(size)
            said.append(name)
            await asyncio.sleep(0.01)
            budget.release(size)

        await asyncio.gather(work("a", 60), work("b", 60), work("c", 30), work("d", 100))
        await budget.reserve(100)
        return said

    assert asyncio.run(main()) == ["a", "b", "c", "d"]


def test_who_finds_no_room_is_told() -> None:
    async def main() -> None:
        budget = Budget(100, 0.05)
        await budget.reserve(80)
        with pytest.raises(Full):
            await budget.reserve(30)
        waiting = asyncio.create_task(budget.reserve(30))
        await asyncio.sleep(0.01)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        budget.release(80)
        await budget.reserve(100)

    asyncio.run(main())
