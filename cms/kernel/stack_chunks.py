"""Whether this Python maps and unmaps memory whenever a call crosses a chunk of its data stack (CPython gh-142183).

CPython keeps the frames of a thread in chunks of 16 KB. From 3.11 on a chunk is given back to the system as soon as the
last frame in it returns, so a loop that stands just below the end of a chunk pays two system calls and a page fault for
each call. 3.13.13, 3.14.4 and 3.15 keep one empty chunk; releases and distributions differ, so it is measured.
"""

import mmap
from collections.abc import Callable

CALLS = 20
"""At each depth: one page fault for each of them where it has the fault, hardly any elsewhere."""
DEPTHS = 200
"""More than one chunk has frames of `_descend` (136 of them)."""
LARGER_THAN_A_STEP = 100
"""Stack size of the frame that crosses, in words: it fits nowhere where one more step of `_descend` does not fit."""


def gives_chunks_back() -> bool:
    """Takes 1 ms. True too where page faults are not counted (Windows, gVisor): the way around costs nearly nothing."""
    try:
        from resource import RUSAGE_SELF, getrusage
    except ImportError:
        return True

    def faults() -> int:
        return getrusage(RUSAGE_SELF).ru_minflt

    return not _are_counted(faults) or _most_faults(faults) >= CALLS


def _are_counted(faults: Callable[[], int]) -> bool:
    before = faults()
    with mmap.mmap(-1, mmap.PAGESIZE) as page:
        page[0] = 1
    return faults() > before


def _most_faults(faults: Callable[[], int]) -> int:
    """By `CALLS` calls from one depth."""
    most = 0

    def measure() -> None:
        nonlocal most
        before = faults()
        for _ in range(CALLS):
            _called()
        most = max(most, faults() - before)

    _descend(DEPTHS, measure)
    return most


def _descend(depths: int, measure: Callable[[], None]) -> None:
    measure()
    if depths:
        _descend(depths - 1, measure)


def _called() -> None:
    """Does nothing, in a large frame."""


_called.__code__ = _called.__code__.replace(co_stacksize=LARGER_THAN_A_STEP)
