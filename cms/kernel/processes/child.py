"""What a forked process does first: it leaves the terminal and its parent's signals, and ends with its parent."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGCHLD") if hasattr(signal, name))
"""Windows has no SIGCHLD, and none of this."""
LONGEST_END_SECONDS = 40.0
"""For a process whose parent is gone, from then on: it may be stuck, and nobody else would end it."""


class Pipe(Protocol):
    """One end of `multiprocessing.Pipe`."""

    def send(self, obj: Any, /) -> None: ...

    def recv(self) -> Any: ...

    def close(self) -> None: ...

    def fileno(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Parent:
    """Of a child: how it speaks to the process that forked it. `on_end` of `watch` is called in a thread, when the
    parent asks it to end or is gone."""

    pipe: Pipe

    def tell_ready(self, message: Any = None) -> None:
        """`message` must be one that can be pickled. Nothing happens where the parent is gone: `watch` sees to that."""
        with contextlib.suppress(OSError):
            self.pipe.send(message)

    def watch(self, on_end: Callable[[], object]) -> None:
        threading.Thread(target=self._wait, args=(on_end,), name="parent", daemon=True).start()

    def _wait(self, on_end: Callable[[], object]) -> None:
        with contextlib.suppress(OSError, EOFError):
            self.pipe.recv()  # it sends nothing: the end of the pipe is what counts
        try:
            on_end()
            time.sleep(LONGEST_END_SECONDS)
        finally:
            os.kill(os.getpid(), signal.SIGKILL)


def run_forked(work: Callable[[Parent], int], pipe: Pipe) -> None:
    """In the new process; never returns. The status is what `work` gives."""
    status = 1
    try:
        _stand_alone()
        status = work(Parent(pipe))
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except BaseException as error:  # noqa: BLE001  nothing may go on in what was the parent's stack
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(status)


def _stand_alone() -> None:
    """Ctrl-C in the terminal reaches the parent only, which ends all in order."""
    os.setsid()
    signal.set_wakeup_fd(-1)
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
