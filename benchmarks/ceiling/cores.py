"""Who runs where while it is measured: the server on one core, the client and all else on the others."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

CAN_PIN = hasattr(os, "sched_setaffinity")


@contextmanager
def server_alone(pid: int) -> Iterator[bool]:
    """True while it holds; False where there is one core only, or where the system cannot do it."""
    cores = sorted(os.sched_getaffinity(0)) if CAN_PIN else []
    if len(cores) < 2:
        yield False
        return
    _pin(pid, {cores[-1]})
    os.sched_setaffinity(0, set(cores[:-1]))
    try:
        yield True
    finally:
        os.sched_setaffinity(0, set(cores))


def _pin(pid: int, cores: set[int]) -> None:
    """With all its threads."""
    for thread in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(thread.name), cores)


def cpu_seconds(pid: int) -> float:
    """What the process has used of processors: to the nanosecond where Linux tells it, else in ticks."""
    counts = [*Path(f"/proc/{pid}/task").glob("*/schedstat")] if CAN_PIN else []
    if counts:
        return sum(int(each.read_text("ascii").split()[0]) for each in counts) / 1e9
    used = psutil.Process(pid).cpu_times()
    return used.user + used.system
