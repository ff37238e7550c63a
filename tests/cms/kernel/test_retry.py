"""Work that an engine lets wait."""

import pytest

from cms.kernel.errors import Unavailable
from cms.kernel.retry import retry_while_unavailable


class Busy:
    """Fails so many times before it answers."""

    def __init__(self, times: int, error: Exception) -> None:
        self.left = times
        self.error = error

    async def work(self) -> str:
        self.left -= 1
        if self.left >= 0:
            raise self.error
        return "done"


async def test_work_is_begun_again_until_the_engine_answers() -> None:
    busy = Busy(2, Unavailable("s3", "no answer in time"))

    assert await retry_while_unavailable(busy.work, tries=3, pause=0) == "done"


async def test_an_engine_that_stays_away_is_told() -> None:
    busy = Busy(3, Unavailable("s3", "no answer in time"))

    with pytest.raises(Unavailable, match="no answer in time"):
        await retry_while_unavailable(busy.work, tries=3, pause=0)


async def test_other_errors_are_not_waited_for() -> None:
    busy = Busy(1, ValueError("wrong"))

    with pytest.raises(ValueError, match="wrong"):
        await retry_while_unavailable(busy.work, tries=3, pause=0)
    assert busy.left == 0
