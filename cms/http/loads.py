"""How many connections each process of a server has."""

import mmap

ABSENT = -1


class Loads:
    """Made by the parent, in memory that its children share. Each process writes its own number alone."""

    def __init__(self, processes: int) -> None:
        self._numbers = memoryview(mmap.mmap(-1, processes * 8)).cast("q")
        for process in range(processes):
            self.leave(process)

    def set(self, process: int, connections: int) -> None:
        self._numbers[process] = connections

    def leave(self, process: int) -> None:
        """It accepts nobody."""
        self._numbers[process] = ABSENT

    def is_least(self, process: int) -> bool:
        """Whether no other process has fewer."""
        own = self._numbers[process]
        return not any(ABSENT < number < own for number in self._numbers)
