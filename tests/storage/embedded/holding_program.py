"""A stand-in for the CMS in a process of its own: starts both engines, prints where they are, holds them.

`python holding_program.py DATA_DIR`; SIGTERM ends it in order. An `EmbeddedError` is printed to stderr, status 2.
"""

import asyncio
import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from storage.embedded import EmbeddedError, embedded_engines


async def hold(data_dir: Path) -> None:
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    async with embedded_engines(data_dir) as engines:
        print(json.dumps(asdict(engines)), flush=True)
        await ended.wait()


if __name__ == "__main__":
    try:
        asyncio.run(hold(Path(sys.argv[1])))
    except EmbeddedError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
