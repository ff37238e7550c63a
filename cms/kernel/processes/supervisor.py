"""The parent of several processes. It has neither threads nor an event loop, so that it may fork at any time, and its
children share what it has imported."""

import contextlib
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing import Pipe as new_pipe
from typing import Any

import structlog

from cms.kernel.processes.child import SIGNALS, Parent, Pipe, run_forked
from cms.kernel.processes.restarts import Restarts

GRACE_SECONDS = 35.0
"""For those that are told to end. A server gives its requests 10 seconds, an engine takes 20 for its end."""
LONGEST_WAIT_SECONDS = 60.0

log = structlog.get_logger(__name__)


@dataclass(slots=True, kw_only=True, eq=False)
class Place:
    """What is to run in one process. `work` gives the status with which it ends; `on_ready` gets its message, and
    `on_death` is called before it is started again; both are called in the parent. `is_first`: nothing works without
    it, and what keeps it from its first start is for a person to mend."""

    name: str
    work: Callable[[Parent], int]
    is_first: bool = False
    on_ready: Callable[[Any], None] = lambda message: None
    on_death: Callable[[], None] = lambda: None
    pid: int = 0
    was_ready: bool = False
    pipe: Pipe | None = None
    started_at: float = 0.0
    due_at: float | None = None
    restarts: Restarts = field(default_factory=Restarts)


class Stopped(Exception):
    """The parent was told to end; `number` is the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class NotStarted(Exception):
    """The first process has ended before it was ready, and has said why; `status` is its own."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Hopeless(Exception):
    """One line that says which process does not stay, and what to do."""


class Supervisor:
    """Inside `with`, signals are taken for all. Leaving it ends those that still run, at once."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._selector = selectors.DefaultSelector()
        self._woken, self._waker = socket.socketpair()
        self._stop_signals: list[int] = []

    def __enter__(self) -> "Supervisor":
        for end in (self._woken, self._waker):
            end.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, self._on_signal)
        self._selector.register(self._woken, selectors.EVENT_READ)
        return self

    def __exit__(self, *_: object) -> None:
        self._kill(self._running())
        signal.set_wakeup_fd(-1)
        for number in SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        self._selector.close()
        self._woken.close()
        self._waker.close()

    def start(self, place: Place) -> None:
        self._places.append(place)
        self._fork(place)

    def run_until(self, is_done: Callable[[], bool]) -> None:
        """Keeps all places running. Raises Stopped, NotStarted, Hopeless."""
        while not is_done():
            self._step()
            if self._stop_signals:
                raise Stopped(self._stop_signals[0])

    def stop(self, places: Iterable[Place]) -> None:
        """Returns when they have ended; another signal ends them at once."""
        leaving = [place for place in places if place in self._places]
        for place in leaving:
            place.due_at = None
            self._close(place)
        self._places = [place for place in self._places if place not in leaving]
        end, signals = time.monotonic() + GRACE_SECONDS, len(self._stop_signals)
        while (running := [place for place in leaving if place.pid]) and time.monotonic() < end:
            if len(self._stop_signals) > signals:
                break
            self._wait(end - time.monotonic())
            for place in running:
                self._reap(place)
        self._kill(running)

    def restart(self, places: Iterable[Place]) -> None:
        """Each is asked to end, and started again when it has."""
        for place in places:
            self._close(place)

    def _on_signal(self, number: int, _frame: object) -> None:
        if number != signal.SIGCHLD:
            self._stop_signals.append(number)

    def _step(self) -> None:
        now = time.monotonic()
        due = [place.due_at for place in self._places if place.due_at is not None]
        self._wait(max(0.0, min(due) - now) if due else LONGEST_WAIT_SECONDS)
        for place in list(self._places):
            status = self._reap(place)
            if status is not None:
                self._plan_restart(place, status)
            if place.due_at is not None and place.due_at <= time.monotonic():
                self._fork(place)

    def _wait(self, seconds: float) -> None:
        if self._stop_signals and seconds > 1:
            seconds = 1.0
        for key, _events in self._selector.select(seconds):
            if key.fileobj is self._woken:
                with contextlib.suppress(BlockingIOError):
                    self._woken.recv(4096)
            else:
                self._receive(key.data)

    def _receive(self, place: Place) -> None:
        assert place.pipe
        try:
            message = place.pipe.recv()
        except (EOFError, OSError):
            self._selector.unregister(place.pipe)
            return
        place.was_ready = True
        place.on_ready(message)

    def _fork(self, place: Place) -> None:
        ours, theirs = new_pipe()
        pid = os.fork()
        if pid == 0:
            self._leave_to_parent()
            ours.close()
            run_forked(place.work, theirs)
        theirs.close()
        place.pid, place.pipe = pid, ours
        place.started_at, place.due_at = time.monotonic(), None
        self._selector.register(ours, selectors.EVENT_READ, place)

    def _leave_to_parent(self) -> None:
        """In a child: a pipe of another one that stayed open here would keep that one from seeing its parent's end."""
        self._selector.close()
        for place in self._places:
            if place.pipe:
                place.pipe.close()
        self._woken.close()
        self._waker.close()

    def _reap(self, place: Place) -> int | None:
        """The status of one that has ended, as `os.waitstatus_to_exitcode` gives it."""
        if not place.pid:
            return None
        pid, status = os.waitpid(place.pid, os.WNOHANG)
        if not pid:
            return None
        place.pid = 0
        self._close(place)
        place.on_death()
        return os.waitstatus_to_exitcode(status)

    def _close(self, place: Place) -> None:
        """What it may have said at last is not heard any more."""
        if place.pipe:
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(place.pipe)
            place.pipe.close()
            place.pipe = None

    def _plan_restart(self, place: Place, status: int) -> None:
        if place.is_first and not place.was_ready:
            raise NotStarted(status)
        delay = place.restarts.delay_after(time.monotonic() - place.started_at)
        ending = f"signal {-status}" if status < 0 else f"status {status}"
        if place.restarts.is_hopeless:
            raise Hopeless(
                f"The process {place.name} ends each time soon after its start ({ending}): see the lines above."
            )
        log.warning("process ended", process=place.name, ending=ending, starts_again_in_seconds=round(delay, 1))
        place.due_at = time.monotonic() + delay

    def _running(self) -> list[Place]:
        return [place for place in self._places if place.pid]

    def _kill(self, places: Iterable[Place]) -> None:
        for place in places:
            if place.pid:
                log.warning("process is killed", process=place.name)
                os.kill(place.pid, signal.SIGKILL)
                os.waitpid(place.pid, 0)
                place.pid = 0
                self._close(place)
