"""A program with a supervisor for tests: `python -m tests.cms.kernel.processes.family KIND`. Says on standard output,
by the line, what becomes of its processes."""

import contextlib
import os
import signal
import sys
import time

from cms.kernel.processes import restarts
from cms.kernel.processes.child import Parent
from cms.kernel.processes.supervisor import Hopeless, NotStarted, Place, Stopped, Supervisor


def say(*words: object) -> None:
    """The test may have stopped listening."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(" ".join(map(str, words)) + "\n")
        sys.stdout.flush()


def stay(parent: Parent) -> int:
    parent.watch(lambda: (say("told", os.getpid()), os.kill(os.getpid(), signal.SIGKILL)))
    parent.tell_ready(os.getpid())
    while True:
        time.sleep(60)


def end_at_once(parent: Parent) -> int:
    return 3


def main(kind: str) -> None:
    restarts.FIRST_DELAY_SECONDS = 0.01
    work = end_at_once if kind != "stays" else stay
    place = Place(name="one", work=work, is_first=kind == "first", on_ready=lambda pid: say("ready", pid))
    other = Place(name="two", work=stay, on_ready=lambda pid: say("ready", pid), on_death=lambda: say("death"))
    with Supervisor() as supervisor:
        supervisor.start(place)
        supervisor.start(other)
        try:
            supervisor.run_until(lambda: False)
        except Stopped as stopped:
            say("stopped", stopped.number)
            supervisor.stop([place])
            supervisor.stop([other])
        except NotStarted as ended:
            say("not started", ended.status)
        except Hopeless as error:
            say("hopeless", error)


if __name__ == "__main__":
    main(sys.argv[1])
