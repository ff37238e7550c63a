"""How many processor cores this process may use."""

import os
from pathlib import Path

CPU_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def usable_cores(quota: Path = CPU_QUOTA) -> int:
    """Those that the system lets it run on, or fewer where its container has a quota of processor time."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return max(1, min(cores, _of_quota(quota) or cores))


def _of_quota(path: Path) -> int | None:
    """cpu.max of cgroup v2: "max 100000" or "150000 100000", microseconds in each period. A part of a core counts as
    one."""
    try:
        allowed, period = path.read_text("ascii").split()
        return -(-int(allowed) // int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return None
