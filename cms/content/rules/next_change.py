"""The next instant at which an answer that depends on time changes: until then it may be cached."""

from collections.abc import Callable, Iterable
from datetime import datetime


def next_change(
    moments: Iterable[datetime | None], now: datetime, answer: Callable[[datetime], object]
) -> datetime | None:
    """The first of `moments` after `now` at which `answer` differs from now's; None: it stays as it is.

    `moments` hold every instant at which the answer can change.
    """
    present = answer(now)
    ahead = sorted(moment for moment in moments if moment is not None and moment > now)
    return next((moment for moment in ahead if answer(moment) != present), None)
