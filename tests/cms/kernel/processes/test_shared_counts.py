"""What several processes take together."""

import subprocess
import sys

from cms.kernel.processes.shared_counts import SharedCounts
from cms.kernel.processes.slots import WINDOW, Slots

KILLED_INSIDE = """
import os, signal
from cms.kernel.processes.shared_counts import SharedCounts
from cms.kernel.processes.slots import Slots

slots = Slots(2, 64)
ours, theirs = SharedCounts(slots, 0), SharedCounts(slots, 1)
if not (pid := os.fork()):
    theirs.take({"a": 9}, 5)
    with slots.locked():
        os.kill(os.getpid(), signal.SIGKILL)
os.waitpid(pid, 0)
assert ours.count("a") == 5
theirs.forget()
assert ours.take({"a": 9}, 9) is None
"""


def both() -> tuple[SharedCounts, SharedCounts]:
    slots = Slots(2, 64)
    return SharedCounts(slots, 0), SharedCounts(slots, 1)


def test_a_limit_holds_for_all_processes_together() -> None:
    one, other = both()

    assert [counts.take({"network": 3}) for counts in (one, other, one, other)] == [None, None, None, "network"]
    assert one.count("network") == other.count("network") == 3


def test_what_one_gives_back_another_may_take() -> None:
    one, other = both()
    one.take({"network": 2, "all": 2}, 2)

    assert other.take({"network": 2}) == "network"
    one.give_back(["network", "all"], 2)
    assert other.take({"network": 2, "all": 2}, 2) is None


def test_nothing_is_counted_where_one_of_the_names_is_full() -> None:
    one, other = both()
    other.take({"all": 1})

    assert one.take({"network": 1, "all": 1}) == "all"
    assert (one.count("network"), one.count("all")) == (0, 1)


def test_what_has_no_limit_is_counted_all_the_same() -> None:
    one, other = both()

    assert one.take({"proxy": None}, 7) is None
    assert other.count("proxy") == 7


def test_what_a_process_had_is_free_when_it_is_gone_and_what_others_have_is_not() -> None:
    one, other = both()
    one.take({"network": 9}, 4)
    other.take({"network": 9}, 3)
    one.forget()

    assert other.count("network") == 3


def test_names_that_nobody_holds_make_room_for_others() -> None:
    one, _ = both()
    for number in range(2_000):
        assert one.take({str(number): 1}) is None
        one.give_back([str(number)])

    assert one.count("7") == 0


def test_a_table_that_is_full_takes_no_more_and_keeps_what_it_has() -> None:
    one = SharedCounts(Slots(1, 1), 0)
    taken = [one.take({str(number): 1, f"{number} too": 1}) for number in range(WINDOW)]

    assert taken[: WINDOW // 2] == [None] * (WINDOW // 2)
    assert None not in taken[WINDOW // 2 :]
    assert [one.count(str(number)) for number in range(WINDOW)] == [1] * (WINDOW // 2) + [0] * (WINDOW // 2)


def test_a_process_that_is_killed_while_it_counts_holds_nobody_up() -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED_INSIDE], capture_output=True, text=True, timeout=30)

    assert ended.returncode == 0, ended.stderr
