"""Ctrl-C is heard also by a run in the background (`nohup … &`).

A shell starts such a program so that it ignores SIGINT, which goes on to whatever it starts: processes that tests stop
as somebody at a terminal does would never end.
"""

import signal


def pytest_configure() -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
