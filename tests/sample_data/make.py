"""Makes the sample data that later code is tested on: the demo, and one of each state that anything stored can be in.

    python -m tests.sample_data.make tests/sample_data/<name>

Run it on the commit whose data is wanted. A folder that was made is never made again: it stays what that commit stored.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from cms.demo.loading.load import load_demo
from cms.demo.progress import Silent
from cms.kernel.engines import EngineAddresses
from cms.kernel.settings import load_settings
from cms.opening import open_services
from storage.embedded import embedded_engines
from tests.sample_data.applications import applications_in_each_state
from tests.sample_data.dump import write_dump
from tests.sample_data.items import items_in_each_state
from tests.sample_data.site_work import site_work_in_each_state
from tests.sample_data.stories import Stories

SECRET_KEY = "the key of the sample data, no secret"
"""The passwords of the demo's accounts follow from it."""


async def make(folder: Path) -> None:
    settings = load_settings(webhook_allowed_networks="127.0.0.1", webhook_timeout_seconds=1)
    with tempfile.TemporaryDirectory(prefix="cms-sample-") as data:
        async with embedded_engines(Path(data), testing=True) as engines:
            addresses = EngineAddresses(engines.mongodb_url, engines.s3, SECRET_KEY)
            async with open_services(settings, addresses, port=8000) as services:
                await load_demo(services, Silent(), SECRET_KEY)
                stories = await Stories.of(services, SECRET_KEY)
                for tell in (items_in_each_state, site_work_in_each_state, applications_in_each_state):
                    await tell(stories)
                await write_dump(services.repository.mongo, services.store, folder)


if __name__ == "__main__":
    wanted = Path(sys.argv[1])
    wanted.mkdir(parents=True)
    asyncio.run(make(wanted))
