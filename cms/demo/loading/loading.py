"""What every stage of loading works with."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from cms.content.richtext import from_html
from cms.demo.data import Text
from cms.demo.loading.placer import Placer
from cms.demo.loading.shelf import Shelf
from cms.demo.progress import Progress

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loading:
    placer: Placer
    shelf: Shelf
    progress: Progress

    async def each(self, stage: str, things: Collection[T], place: Callable[[T], Awaitable[object]]) -> None:
        """Places the things of one stage beside each other; the first error ends them all."""
        bar = self.progress.add_task(stage, total=len(things))

        async def one(thing: T) -> None:
            await place(thing)
            self.progress.advance(bar)

        async with asyncio.TaskGroup() as group:
            for thing in things:
                group.create_task(one(thing))


def rich(html: Text) -> dict[str, dict[str, Any]]:
    """{locale: HTML} as {locale: rich text}."""
    return {locale: from_html(text) for locale, text in html.items()}
