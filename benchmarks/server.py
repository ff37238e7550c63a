"""The process under test: the application as `cms serve` runs it, with gauges around it.

Answers are kept only where `BENCHMARK_CACHE` is set, as most of what is measured is what it costs to make them; the
change stream is always followed, and what else lives by it is kept, as in production. It is told by the environment
where its engines are, says on standard output where it listens, and ends when its standard input is closed, so that it
never outlives the measurement.
"""

import asyncio
import contextlib
import os
import signal
import sys

from benchmarks.event_loop.callbacks import Callbacks, timed_loop
from benchmarks.gauge import CommandCount, Gauge
from cms.app import build_app
from cms.http.server import listen, serve
from cms.kernel.engines import engines_for
from cms.kernel.event_loop import new_event_loop
from cms.kernel.interpreter_tuning import prepare_to_serve
from cms.kernel.logs import configure_logs
from cms.kernel.settings import Settings, load_settings
from cms.opening import open_services
from cms.worker import worker_beside
from storage.change_stream import following


async def run(settings: Settings, callbacks: Callbacks | None) -> None:
    configure_logs(settings.log_format, settings.log_level)
    commands = CommandCount()
    with contextlib.closing(listen(settings)) as bound:
        async with engines_for(settings) as engines, open_services(settings, engines, listeners=[commands]) as services:
            mongo = services.repository.mongo
            asyncio.get_running_loop().add_reader(sys.stdin.fileno(), _end)
            async with (
                worker_beside(services) if os.environ.get("BENCHMARK_WORKER") else contextlib.nullcontext(),
                following(mongo) as changes,
            ):
                app = build_app(settings, services, secret_key=engines.secret_key, changes=changes)
                prepare_to_serve()
                gauge = Gauge(app, mongo, commands, callbacks)
                await serve(gauge, bound, lambda: print(bound.getsockname()[1], flush=True))


def _end() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    callbacks = Callbacks() if os.environ.get("BENCHMARK_CALLBACKS") else None

    def new_loop() -> asyncio.AbstractEventLoop:
        return timed_loop(new_event_loop(), callbacks) if callbacks else new_event_loop()

    with asyncio.Runner(loop_factory=new_loop) as runner:
        runner.run(run(_settings(), callbacks))


def _settings() -> Settings:
    settings = load_settings(query_cost_per_minute=0)  # one client asks for it all
    return settings if os.environ.get("BENCHMARK_CACHE") else settings.model_copy(update={"response_cache_bytes": 0})


if __name__ == "__main__":
    main()
