"""Passwords."""

import asyncio

import pytest
from argon2 import PasswordHasher

from cms.accounts import passwords
from cms.accounts.passwords import LONGEST, hash_password, needs_rehash, verify_password
from cms.kernel.errors import TooManyRequests


async def test_a_password_is_verified_against_its_hash() -> None:
    kept = await hash_password("příšerně žluťoučký")

    assert await verify_password(kept, "příšerně žluťoučký")
    assert not await verify_password(kept, "příšerně žluťoučky")
    assert not await verify_password(kept, "")


async def test_the_hash_says_nothing_and_is_never_the_same() -> None:
    first, second = await hash_password("hunter2"), await hash_password("hunter2")

    assert first.startswith("$argon2id$")
    assert "hunter2" not in first
    assert first != second


async def test_nobody_signs_in_without_an_account() -> None:
    assert not await verify_password(None, "nobody's password")
    assert not await verify_password(None, "")


async def test_an_unknown_person_costs_as_much_as_a_wrong_password(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = await hash_password("right")
    tried: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes):
            tried.append(str(hash).rpartition("$")[0].rpartition("$")[0])
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Watched())

    await verify_password(kept, "wrong")
    await verify_password(None, "wrong")

    assert len(tried) == 2
    assert tried[0] == tried[1]  # the same algorithm with the same parameters


async def test_a_hash_that_is_none_lets_nobody_in() -> None:
    assert not await verify_password("", "x")
    assert not await verify_password("$argon2id$broken", "x")


async def test_endless_passwords_are_refused() -> None:
    longest = "a" * LONGEST

    assert await verify_password(await hash_password(longest), longest)
    assert not await verify_password(await hash_password(longest), longest + "a")
    with pytest.raises(ValueError, match="1024 characters at most"):
        await hash_password(longest + "a")


async def test_weaker_hashes_of_old_are_made_anew() -> None:
    assert needs_rehash(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("x"))
    assert not needs_rehash(await hash_password("x"))


async def test_a_flood_of_attempts_is_turned_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "WAITING", 3)
    kept = await hash_password("x")

    outcomes = await asyncio.gather(*(verify_password(kept, "x") for _ in range(6)), return_exceptions=True)

    assert [outcome for outcome in outcomes if outcome is True] == [True] * 3
    assert sum(isinstance(outcome, TooManyRequests) for outcome in outcomes) == 3
    assert await verify_password(kept, "x")
