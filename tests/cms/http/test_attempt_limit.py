"""How often somebody may try."""

import pytest

from cms.errors import TooManyRequests
from cms.http import attempt_limit
from cms.http.attempt_limit import AttemptLimit


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def is_allowed(limit: AttemptLimit, key: str) -> bool:
    try:
        limit.attempt(key)
    except TooManyRequests:
        return False
    return True


def test_one_attempt_too_many_is_refused_until_the_time_is_over() -> None:
    clock = Clock()
    limit = AttemptLimit(3, 60.0, clock)
    assert [is_allowed(limit, "a") for _ in range(4)] == [True, True, True, False]

    clock.now += 20
    with pytest.raises(TooManyRequests) as refusal:
        limit.attempt("a")
    assert refusal.value.retry_after == 40

    clock.now += 40
    assert is_allowed(limit, "a")


def test_each_key_has_its_own_attempts() -> None:
    limit = AttemptLimit(1, 60.0, Clock())

    assert [is_allowed(limit, key) for key in ("a", "b", "a", "b")] == [True, True, False, False]


def test_success_forgets_the_attempts() -> None:
    limit = AttemptLimit(1, 60.0, Clock())
    limit.attempt("a")

    limit.forget("a")
    limit.forget("never seen")

    assert is_allowed(limit, "a")


def test_a_crowd_is_remembered_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempt_limit, "MAX_KEYS", 3)
    limit = AttemptLimit(1, 60.0, Clock())

    for key in ("a", "b", "c", "d"):
        limit.attempt(key)

    assert not any(is_allowed(limit, key) for key in ("b", "c", "d"))
    assert is_allowed(limit, "a")
