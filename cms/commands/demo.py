"""`cms demo`: the demo content with its progress shown."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cms.demo import DemoLogin, load_demo
from cms.desk import Desk
from cms.engines import engines_for
from cms.logs import configure_logs
from cms.opening import open_desk
from cms.settings import Settings


async def run_demo(settings: Settings, say: Console) -> None:
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_desk(settings, engines) as desk:
        show_logins(await load_demo_content(settings, desk, say), say)


async def load_demo_content(settings: Settings, desk: Desk, say: Console) -> list[DemoLogin]:
    columns = (TextColumn("  {task.description:<26}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=say, transient=True) as bars:
        report = await load_demo(desk, bars)
    return report.logins


def show_logins(logins: list[DemoLogin], say: Console) -> None:
    for login in logins:
        say.print(f"  {login.role:<26}{login.email}  {login.password}", markup=False)
