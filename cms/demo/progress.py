"""How the loader says how far it is: the part of Rich's progress bars that it needs."""

from typing import Any, Protocol


class Progress(Protocol):
    def add_task(self, description: str, *, total: float) -> Any:
        """A task's id. `description` is one or two English words, `total` the number of its steps."""
        ...

    def advance(self, task_id: Any, advance: float = 1) -> None: ...


class Silent:
    """For those who do not look."""

    def add_task(self, description: str, *, total: float) -> None:
        pass

    def advance(self, task_id: Any, advance: float = 1) -> None:
        pass
