"""`cms demo`: the demo content with its progress shown."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cms.demo.accounts import DemoLogin
from cms.demo.loading.load import load_demo
from cms.kernel.desk import Desk
from cms.kernel.engines import engines_for
from cms.kernel.logs import configure_logs
from cms.kernel.patience import patiently
from cms.kernel.settings import Settings
from cms.opening import open_desk


async def run_demo(settings: Settings, say: Console) -> None:
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_desk(settings, engines) as desk:
        show_logins(await load_demo_content(desk, engines.secret_key, say), say)


async def load_demo_content(desk: Desk, secret_key: str, say: Console) -> list[DemoLogin]:
    """A machine that is still busy with installing lets its engines wait for seconds; what is loaded by then stays."""
    columns = (TextColumn("  {task.description:<26}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=say, transient=True) as bars:
        report = await patiently(lambda: load_demo(desk, bars, secret_key))
    return report.logins


def show_logins(logins: list[DemoLogin], say: Console) -> None:
    for login in logins:
        say.print(f"  {login.role:<26}{login.email}  {login.password}", markup=False)
