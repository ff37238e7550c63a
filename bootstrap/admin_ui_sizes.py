"""What a browser has to fetch before a screen of the admin interface works: kB of JavaScript, compressed, by route."""

import gzip
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bootstrap.admin_ui import BUILT, build_admin_ui

LANGUAGES = ("en", "cs", "bg")
START = "index.html"
BUDGETS = {"src/app/screens/ListScreen.tsx": 200, "src/home/Home.tsx": 200}
"""In kB (1,000 bytes), in the language with the longest texts."""
BUDGET = 360
"""Of every other screen; what it loads on demand, such as rich text, is not counted."""


@dataclass(frozen=True, slots=True)
class Screen:
    """`size` in bytes, `files` that are fetched."""

    source: str
    size: int
    files: int

    @property
    def budget(self) -> int:
        return BUDGETS.get(self.source, BUDGET)

    @property
    def is_too_big(self) -> bool:
        return self.size > self.budget * 1000


class Build:
    """A folder that vite wrote with its manifest."""

    def __init__(self, folder: Path = BUILT) -> None:
        self._folder = folder
        self._parts = json.loads((folder / ".vite" / "manifest.json").read_text("utf-8"))
        self._sizes: dict[str, int] = {}

    def screens(self) -> list[Screen]:
        """Every screen that a route loads, the biggest first."""
        routes = [name for name in self._routes() if self._is_screen(name)]
        return sorted((self._screen(name) for name in routes), key=lambda one: -one.size)

    def _routes(self) -> Iterable[str]:
        return self._parts[START].get("dynamicImports", ())

    def _is_screen(self, name: str) -> bool:
        return name.startswith("src/") and "/texts/" not in name

    def _screen(self, source: str) -> Screen:
        """In its most expensive language; lists and home are shown before the texts of the other areas are there."""
        kinds = ("first",) if source in BUDGETS else ("first", "rest")
        texts = [[f"src/app/texts/{kind}/{language}.ts" for kind in kinds] for language in LANGUAGES]
        needed = max((self._needed([START, source, *one]) for one in texts), key=self._size)
        return Screen(source, self._size(needed), len(needed))

    def _needed(self, names: Iterable[str]) -> frozenset[str]:
        """The files of these parts and of whatever they import, at once and not on demand."""
        found: set[str] = set()
        left = list(names)
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                left += self._parts[name].get("imports", ())
        return frozenset(self._parts[name]["file"] for name in found)

    def _size(self, files: Iterable[str]) -> int:
        return sum(self._compressed(file) for file in files)

    def _compressed(self, file: str) -> int:
        if file not in self._sizes:
            self._sizes[file] = len(gzip.compress((self._folder / file).read_bytes(), 9))
        return self._sizes[file]


def main() -> int:
    build_admin_ui()
    screens = Build().screens()
    for screen in screens:
        note = "  too big" if screen.is_too_big else ""
        print(f"{screen.size / 1000:7.1f} of {screen.budget} kB in {screen.files:2} files  {screen.source}{note}")
    too_big = [screen.source for screen in screens if screen.is_too_big]
    if too_big:
        print("Load what is not shown at once on demand, see admin_ui/README.md.", file=sys.stderr)
    return int(bool(too_big))


if __name__ == "__main__":
    sys.exit(main())
