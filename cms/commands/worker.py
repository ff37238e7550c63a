"""`cms worker`: a worker alone in its process."""

import asyncio
import signal

from cms.files.scratch import SCRATCH, use_scratch_folder
from cms.kernel.engines import engines_for
from cms.kernel.logs import configure_logs
from cms.kernel.settings import Settings
from cms.opening import open_services
from cms.worker import work


async def run_worker(settings: Settings) -> None:
    configure_logs(settings.log_format, settings.log_level)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        use_scratch_folder(settings.data_dir / SCRATCH)
        await work(services, stop)
