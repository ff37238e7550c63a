"""Runs an engine and ends it when the CMS is gone: `python guard.py GRACE_SECONDS COMMAND…`.

Standard library only: it is started as a plain file. Its stdin is a pipe from the CMS; end of file means that the CMS
stopped or was killed, so the engine gets SIGTERM and, after the grace, SIGKILL. The exit status is the engine's
(128 + signal if a signal ended it), 126 if the engine could not be executed.
"""

import ctypes
import os
import signal
import subprocess
import sys
import threading

CANNOT_EXECUTE = 126
PR_SET_PDEATHSIG = 1
BOUND = "--bound-to"


def main(grace: float, command: list[str]) -> int:
    ignore_signals()
    try:
        # its own session: Ctrl-C in the terminal reaches only the CMS
        child = subprocess.Popen(bound_to_us(command), stdin=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        return cannot_execute(command, error)
    threading.Thread(target=stop_with_parent, args=(child, grace), daemon=True).start()
    status = child.wait()
    return 128 - status if status < 0 else status


def ignore_signals() -> None:
    """Ctrl-C, a closed terminal and a service manager that stops the whole group concern the CMS, which then stops its
    engines in order: here the end of the pipe is what counts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


def bound_to_us(command: list[str]) -> list[str]:
    """On Linux the kernel ends the engine too, should this guard be killed. The engine has to ask for it itself."""
    if sys.platform != "linux":
        return command
    return [sys.executable, "-I", "-S", __file__, BOUND, str(os.getpid()), *command]


def become_bound(guard: int, command: list[str]) -> int:
    """Turn this process into the engine. Signals that the guard ignores would stay ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != guard:  # it was killed before the kernel knew
        return CANNOT_EXECUTE
    try:
        os.execv(command[0], command)
    except OSError as error:
        return cannot_execute(command, error)


def cannot_execute(command: list[str], error: OSError) -> int:
    print(f"{command[0]}: {error.strerror}", file=sys.stderr)
    return CANNOT_EXECUTE


def stop_with_parent(child: subprocess.Popen[bytes], grace: float) -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    child.terminate()
    try:
        child.wait(grace)
    except subprocess.TimeoutExpired:
        child.kill()


if __name__ == "__main__":
    if sys.argv[1] == BOUND:
        sys.exit(become_bound(int(sys.argv[2]), sys.argv[3:]))
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
