"""How slow a sender may be: only the time counts that was spent waiting for it."""

import pytest

from cms.http.lowest_speed import LOWEST_SPEED, WINDOW_SECONDS, LowestSpeed, TooSlow
from cms.http.receiving import LONGEST_DEADLINE, deadline_of


def waits_of(speed: LowestSpeed, seconds: float, byte_size: int, most: int = 10_000) -> int:
    """How many of these waits are borne."""
    for number in range(most):
        try:
            speed.waited(seconds, byte_size)
        except TooSlow:
            return number
    return most


def test_a_byte_every_ten_seconds_is_borne_for_one_window() -> None:
    assert waits_of(LowestSpeed(), 10, 1) == 1


def test_a_slow_line_is_borne_as_long_as_it_moves() -> None:
    assert waits_of(LowestSpeed(), 5, 5 * LOWEST_SPEED) == 10_000


def test_a_line_that_breaks_off_for_a_moment_is_borne() -> None:
    speed = LowestSpeed()
    for _time in range(100):
        speed.waited(1, 100_000)
        speed.waited(WINDOW_SECONDS - 1.5, 0)


def test_what_came_before_does_not_help_for_ever() -> None:
    speed = LowestSpeed()
    speed.waited(WINDOW_SECONDS, 100_000_000)

    with pytest.raises(TooSlow):
        speed.waited(WINDOW_SECONDS, 10)


def test_all_together_may_wait_until_the_deadline() -> None:
    assert waits_of(LowestSpeed(deadline=100), 10, 1_000_000) == 9


def test_the_deadline_of_a_letter_leaves_time_for_a_slow_line() -> None:
    letter, film = 5_000_000, 500_000_000

    assert 30 * 60 < deadline_of(letter) < LONGEST_DEADLINE == deadline_of(film)
