"""How Python is set for a process that answers quickly while it does other things beside."""

import gc
import sys

SWITCH_SECONDS = 0.0005
"""After which a thread that computes, such as one that makes a PDF, lets the event loop go on. Python's own 5 ms add
up, as a page asks the database several times."""
YOUNG_OBJECTS = 4_000
"""Made until the collector looks at them: an answer of three hundred fields makes as many, which are gone with it."""
YOUNG_WALKS, MIDDLE_WALKS = 1, 1
"""Of the collector until it looks at what outlived them too. So few that what waits to be taken away stays little: a
walk takes 2 to 3 µs for each such object, and everybody waits for it."""


def prepare_to_fork() -> None:
    """What is loaded stays, in memory that all children share: the collector would write to each object of it."""
    gc.collect()
    gc.freeze()


def prepare_to_serve() -> None:
    """Once everything is loaded: what is there stays, so that the collector never walks through it again. One walk
    through schemas and modules held every answer up for a quarter of a second."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, YOUNG_WALKS, MIDDLE_WALKS)
