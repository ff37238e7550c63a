"""`cms serve`: engines, content, application, in this order; and back."""

import contextlib

from rich.console import Console

from cms.app import build_app, proxies_of
from cms.commands.demo import load_demo_content, show_logins
from cms.demo.accounts import DemoLogin
from cms.demo.data import read
from cms.files.scratch import SCRATCH, use_scratch_folder
from cms.http.server import connection_limits, listen, serve
from cms.kernel.engines import engines_for
from cms.kernel.interpreter_tuning import prepare_to_serve
from cms.kernel.logs import configure_logs
from cms.kernel.settings import Settings, unknown_variables
from cms.opening import open_services
from cms.worker import worker_beside
from storage.change_stream import following


async def run_server(settings: Settings, say: Console, *, demo: bool, worker: bool) -> None:
    configure_logs(settings.log_format, settings.log_level)
    warn_of_unknown_variables(say)
    bound = listen(settings)
    with contextlib.closing(bound):
        say.print("Starting …", style="dim")
        port = bound.getsockname()[1]
        async with engines_for(settings) as engines, open_services(settings, engines, port=port) as services:
            use_scratch_folder(settings.data_dir / SCRATCH)
            logins = await load_demo_content(services, engines.secret_key, say) if demo else []
            prepare_to_serve()
            beside = worker_beside(services) if worker else contextlib.nullcontext()
            async with following(services.repository.mongo) as changes, beside:
                app = build_app(settings, services, secret_key=engines.secret_key, changes=changes)
                limits, proxies = connection_limits(settings), proxies_of(settings)
                await serve(app, bound, lambda: greet(services.base_url, logins, say), limits, proxies)


def greet(base: str, logins: list[DemoLogin], say: Console) -> None:
    say.print("\nCluster CMS is ready.", style="bold green")
    call = read("texts/open_call.json")
    form = [("Application form", f"/calls/{call['site']}/en/{call['slug']}/")] if logins else []
    for name, path in (
        ("Editors", "/admin/"),
        *form,
        ("GraphQL and its explorer", "/graphql"),
        ("Schema", "/graphql/schema.graphql"),
        ("State of the engines", "/readyz"),
    ):
        say.print(f"  {name:<26}{base}{path}", markup=False)
    show_logins(logins, say)
    say.print("Ctrl-C stops it; everything is kept.\n", style="dim")


def warn_of_unknown_variables(say: Console) -> None:
    """A misspelt setting would otherwise go unnoticed."""
    for name, meant in unknown_variables().items():
        say.print(f"{name} sets nothing" + (f"; did you mean {meant}?" if meant else "."), style="yellow", markup=False)
