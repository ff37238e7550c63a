"""What every stage of loading works with."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from cms.demo.data import Text
from cms.demo.loading.placer import Placer
from cms.demo.loading.shelf import Shelf
from cms.demo.progress import Progress
from cms.richtext import from_html


@dataclass(frozen=True, slots=True)
class Loading:
    placer: Placer
    shelf: Shelf
    progress: Progress

    async def together(self, stage: str, work: Sequence[Coroutine[Any, Any, Any]]) -> None:
        """Runs the pieces of one stage beside each other; the first error ends them all."""
        bar = self.progress.add_task(stage, total=len(work))

        async def one(piece: Coroutine[Any, Any, Any]) -> None:
            await piece
            self.progress.advance(bar)

        async with asyncio.TaskGroup() as group:
            for piece in work:
                group.create_task(one(piece))


def rich(html: Text) -> dict[str, dict[str, Any]]:
    """{locale: HTML} as {locale: rich text}."""
    return {locale: from_html(text) for locale, text in html.items()}
