"""`cms serve` with several processes: one for the engines, one for the worker, and servers that share the port."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console

from cms.app import build_app, proxies_of
from cms.commands.demo import load_demo_content
from cms.commands.running import MENDABLE, run_async
from cms.commands.serve import greet, warn_of_unknown_variables
from cms.demo.accounts import DemoLogin
from cms.files.scratch import SCRATCH, use_scratch_folder
from cms.http.fair_accept import Sharing
from cms.http.loads import Loads
from cms.http.server import connection_limits, listen, serve
from cms.http.siblings import Siblings
from cms.kernel.counts import share_counts
from cms.kernel.engines import EngineAddresses, engines_for
from cms.kernel.interpreter_tuning import prepare_to_fork, prepare_to_serve
from cms.kernel.logs import configure_logs
from cms.kernel.processes.child import Parent
from cms.kernel.processes.shared_counts import NAMES, SharedCounts
from cms.kernel.processes.slots import Slots
from cms.kernel.processes.supervisor import NotStarted, Place, Stopped, Supervisor
from cms.kernel.settings import Settings, base_url
from cms.kernel.spending import share_spending
from cms.opening import open_services
from cms.worker import work
from storage.change_stream import following

INTERRUPTED, TERMINATED = 130, 143


def serve_together(settings: Settings, say: Console, count: int, *, demo: bool, worker: bool) -> None:
    """Until SIGINT or SIGTERM. Raises SystemExit where it was not ready by then, MENDABLE."""
    configure_logs(settings.log_format, settings.log_level)
    warn_of_unknown_variables(say)
    bound = listen(settings)
    with contextlib.closing(bound):
        say.print("Starting …", style="dim")
        prepare_to_fork()
        with tempfile.TemporaryDirectory(prefix="cms-") as sockets, Supervisor() as supervisor:
            Together(settings, say, supervisor, bound, count, sockets).run(demo=demo, worker=worker)


@dataclass(slots=True)
class _Opened:
    """What the process of the engines tells when they run and all is prepared."""

    engines: EngineAddresses
    logins: list[DemoLogin]


class Together:
    """All processes of one server, seen from their parent."""

    def __init__(
        self, settings: Settings, say: Console, supervisor: Supervisor, bound: socket.socket, count: int, sockets: str
    ) -> None:
        self._settings, self._say, self._supervisor, self._bound = settings, say, supervisor, bound
        self._port: int = bound.getsockname()[1]
        self._opened: _Opened | None = None
        self._slots, self._spending, self._loads = Slots(count, NAMES), Slots(count, NAMES), Loads(count)
        self._folder = Path(sockets)
        self._servers = [self._server(process) for process in range(count)]

    def run(self, *, demo: bool, worker: bool) -> None:
        engines = self._engines(demo=demo)
        others = [*self._servers, *([self._worker()] if worker else [])]
        is_ready = False
        try:
            self._supervisor.start(engines)
            self._supervisor.run_until(lambda: self._opened is not None)
            for place in others:
                self._supervisor.start(place)
            self._supervisor.run_until(lambda: all(server.was_ready for server in self._servers))
            is_ready = True
            greet(base_url(self._settings, self._port), self._known.logins, self._say)
            self._supervisor.run_until(lambda: False)
        except NotStarted as ended:
            sys.exit(ended.status)
        except Stopped as stopped:
            if not is_ready:
                sys.exit(INTERRUPTED if stopped.number == signal.SIGINT else TERMINATED)
        finally:
            self._supervisor.stop(others)
            self._supervisor.stop([engines])

    @property
    def _known(self) -> _Opened:
        assert self._opened
        return self._opened

    def _engines(self, *, demo: bool) -> Place:
        work = partial(run_engines, self._settings, self._say, self._port, demo=demo)
        return Place(name="engines", work=_saying(work, self._say), is_first=True, on_ready=self._use)

    def _worker(self) -> Place:
        return Place(name="worker", work=lambda parent: run_worker_of(parent, self._settings, self._known.engines))

    def _server(self, process: int) -> Place:
        counts, spent = SharedCounts(self._slots, process), SharedCounts(self._spending, process)

        def work(parent: Parent) -> int:
            share_counts(counts)
            share_spending(spent)
            sharing = Sharing(self._loads, process)
            siblings = Siblings(self._folder, process + 1, len(self._servers))
            return run_server_of(parent, self._settings, self._known.engines, self._bound, sharing, siblings)

        def forget() -> None:
            counts.forget()
            spent.forget()
            self._loads.leave(process)

        return Place(name=f"server {process + 1}", work=work, on_death=forget)

    def _use(self, opened: _Opened) -> None:
        """Engines that were started again may be somewhere else."""
        known, self._opened = self._opened, opened
        if known and known.engines != opened.engines:
            self._supervisor.restart(self._servers)


def run_engines(settings: Settings, say: Console, port: int, parent: Parent, *, demo: bool) -> int:
    """Where the settings name engines elsewhere, it only prepares what is in them. It takes no signal: the engines end
    after everybody who needs them, also where a service manager ends all processes at once."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)

    async def run() -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task
        parent.watch(lambda: loop.call_soon_threadsafe(task.cancel))
        loop.remove_signal_handler(signal.SIGTERM)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        async with engines_for(settings) as engines:
            logins: list[DemoLogin] = []
            async with open_services(settings, engines, port=port) as services:
                if demo:
                    logins = await load_demo_content(services, engines.secret_key, say)
            parent.tell_ready(_Opened(engines, logins))
            await asyncio.Event().wait()

    with contextlib.suppress(asyncio.CancelledError):
        run_async(run)
    return 0


def run_worker_of(parent: Parent, settings: Settings, engines: EngineAddresses) -> int:
    async def run() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        parent.watch(_end_this_process)
        async with open_services(settings, engines, prepare=False) as services:
            use_scratch_folder(settings.data_dir / SCRATCH)
            await work(services, stop)

    run_async(run)
    return 0


def run_server_of(
    parent: Parent,
    settings: Settings,
    engines: EngineAddresses,
    bound: socket.socket,
    sharing: Sharing,
    siblings: Siblings,
) -> int:
    async def run() -> None:
        parent.watch(_end_this_process)
        port = bound.getsockname()[1]
        async with open_services(settings, engines, prepare=False, port=port) as services:
            use_scratch_folder(settings.data_dir / SCRATCH)
            prepare_to_serve()
            limits, proxies = connection_limits(settings), proxies_of(settings)
            async with siblings.answering(), following(services.repository.mongo) as changes:
                key = engines.secret_key
                app = build_app(settings, services, secret_key=key, siblings=siblings, changes=changes)
                await serve(app, bound, parent.tell_ready, limits, proxies, sharing)

    with contextlib.suppress(asyncio.CancelledError):
        run_async(run)
    return 0


def _end_this_process() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def _saying(work: Callable[[Parent], int], say: Console) -> Callable[[Parent], int]:
    """What a person can mend is told in one line."""

    def working(parent: Parent) -> int:
        try:
            return work(parent)
        except MENDABLE as error:
            say.print(f"cms: {error}", style="red", markup=False)
            return 1

    return working
