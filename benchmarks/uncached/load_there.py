"""Fills a database by the loader of another checkout, which is the working directory and all that is imported from.

Run by its path, with the number of items; the environment says where the engines are.
"""

import asyncio
import sys
from pathlib import Path

from benchmarks.content import loading
from cms.kernel.engines import engines_for
from cms.kernel.settings import load_settings
from cms.opening import open_services


async def main(items: int) -> None:
    settings = load_settings()
    async with engines_for(settings) as engines, open_services(settings, engines) as services:
        await loading.load_content(services, items, lambda loaded: None)


if __name__ == "__main__":
    assert Path(loading.__file__).is_relative_to(Path.cwd()), f"{loading.__file__} is not of {Path.cwd()}"
    asyncio.run(main(int(sys.argv[1])))
