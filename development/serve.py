"""`make dev`: the CMS for those who change it. One address, where the server and the admin interface show each change.

The browser speaks to Vite, which hands on to the server whatever is not the admin interface. The embedded engines run
in this process, so that a restart of the server does not restart them.
"""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bootstrap.admin_ui import BUILT, SOURCE, node_command
from bootstrap.environment import program_environment
from bootstrap.places import PYTHON, ROOT, CannotInstall
from cms.kernel.engines import EngineAddresses, engines_for
from cms.kernel.settings import Settings, SettingsError, load_settings
from development.reloading import reloading, running
from storage.embedded import EmbeddedError

HOST = "127.0.0.1"
CODE = [ROOT / name for name in ("cms", "schema", "storage")]
HELP = """\
Starts the CMS with demo content for those who change it, at http://127.0.0.1:8000/admin/. A change in cms/, schema/ or
storage/ restarts the server; a change in admin_ui/src/ is in the browser at once. Ctrl-C ends everything."""


def main() -> int:
    given = _arguments()
    settings = load_settings(port=given.port, data_dir=given.data_dir)
    node = node_command(dev=True)
    with asyncio.Runner() as runner:
        try:
            runner.run(_until_stopped(settings, node, demo=not given.no_demo))
        except asyncio.CancelledError:
            return 0
    return 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("make dev", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, help="port of the address to open; the server takes the one after it")
    parser.add_argument("--data-dir", type=Path, help="where documents and files are kept (default: the folder data)")
    parser.add_argument("--no-demo", action="store_true", help="start without the demo content")
    return parser.parse_args()


async def _until_stopped(settings: Settings, node: list[str], *, demo: bool) -> None:
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    async with engines_for(settings) as engines:
        server = [str(PYTHON), "-P", "-m", "cms.cli", "serve", *(["--demo"] if demo else [])]
        async with (
            running(vite_command(node, settings.port), vite_environment(settings)) as vite,
            asyncio.TaskGroup() as tasks,
        ):
            tasks.create_task(_needed(vite))
            tasks.create_task(reloading(server, server_environment(settings, engines), CODE, [BUILT]))


async def _needed(vite: asyncio.subprocess.Process) -> None:
    """Raises `CannotInstall` when Vite ends, such as where its port is taken."""
    status = await vite.wait()
    raise CannotInstall(
        f'Vite ended with status {status}, see above; `make dev ARGS="--port 8100"` takes another port.'
    )


def vite_command(node: list[str], port: int) -> list[str]:
    vite = [*node, str(SOURCE / "node_modules" / "vite" / "bin" / "vite.js"), str(SOURCE)]
    return [*vite, "--host", HOST, "--port", str(port), "--strictPort", "--logLevel", "warn", "--clearScreen", "false"]


def vite_environment(settings: Settings) -> dict[str, str]:
    return program_environment() | {"CMS_URL": f"http://{HOST}:{settings.port + 1}"}


def server_environment(settings: Settings, engines: EngineAddresses) -> dict[str, str]:
    """The settings of this machine, with the engines that run here and the address that browsers see."""
    s3 = engines.s3
    return program_environment() | {
        "CMS_HOST": HOST,
        "CMS_PORT": str(settings.port + 1),
        "CMS_PROCESSES": "1",
        "CMS_PUBLIC_URL": f"http://{HOST}:{settings.port}",
        "CMS_DATA_DIR": str(settings.data_dir),
        "CMS_MONGODB_URL": engines.mongodb_url,
        "CMS_S3_ENDPOINT": s3.endpoint,
        "CMS_S3_ACCESS_KEY": s3.access_key,
        "CMS_S3_SECRET_KEY": s3.secret_key,
        "CMS_S3_BUCKET": s3.bucket,
        "CMS_S3_REGION": s3.region,
        "CMS_SECRET_KEY": engines.secret_key,
    }


def run() -> int:
    try:
        return main()
    except* (CannotInstall, EmbeddedError, SettingsError) as group:
        for error in group.exceptions:
            print(f"\n{error}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(run())
