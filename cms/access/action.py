"""An action: who may, what is checked and changed, and what that leaves behind, in one transaction or not at all."""

from collections.abc import Awaitable, Callable
from functools import update_wrapper
from inspect import signature
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, get_type_hints

from cms.access.actor import RIGHTS, Actor
from cms.access.change import Change
from cms.kernel.services import Services
from storage.mongo import Session

C = TypeVar("C", bound=Change)
P = ParamSpec("P")
R = TypeVar("R")


class Action(Generic[C, P, R]):
    """Called with services, actor, and the arguments of its body that come after the change. `records`: its name in the
    audit trail; `event`: what others are told, None where nothing follows from it; `offered`: what the management API
    says of it, which then follows from the action, None where that has a file of its own."""

    def __init__(
        self,
        body: Callable[Concatenate[C, P], Awaitable[R]],
        right: str,
        event: str | None,
        records: str | None,
        offered: str | None,
    ) -> None:
        update_wrapper(self, body)
        self.body, self.right, self.event, self.offered = body, right, event, offered
        self.name, self.module = body.__name__, body.__module__
        self.records = records or self.name
        self.parameters = list(signature(body).parameters)
        self.kind: type[C] = get_type_hints(body)[self.parameters[0]]
        self._keys = self._known(list(signature(self.kind.load).parameters)[1:])

    async def __call__(self, services: Services, actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
        """Raises what loading and body raise, and as `Services.transact`; then nothing was changed. The body may run
        several times."""

        async def attempt(session: Session) -> R:
            change = self.kind(services, actor, session, self.records, self.right, self.event)
            await change.load(**self._key_of(args, kwargs))
            result = await self.body(change, *args, **kwargs)
            await change.finish()
            return result

        return await services.transact(attempt)

    def _known(self, keys: list[str]) -> list[str]:
        for key in keys:
            if key not in self.parameters and key not in ("args", "kwargs"):
                raise TypeError(f"{self.name} needs the argument {key}, by which {self.kind.__name__} loads.")
        return [key for key in keys if key in self.parameters]

    def _key_of(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        """Those arguments by which the change finds what it is about."""
        given = dict(zip(self.parameters[1:], args, strict=False)) | kwargs
        return {key: given[key] for key in self._keys if key in given}


def action(
    *, right: str, event: str | None = None, records: str | None = None, offered: str | None = None
) -> Callable[[Callable[Concatenate[C, P], Awaitable[R]]], Action[C, P, R]]:
    """Makes an action of a function whose first argument is annotated with a kind of change. Raises ValueError for a
    right that nobody can have."""
    if right not in RIGHTS["administrator"]:
        raise ValueError(f"There is no right {right}; known: {', '.join(sorted(RIGHTS['administrator']))}.")
    return lambda body: Action(body, right, event, records, offered)
