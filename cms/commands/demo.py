"""`cms demo`: the demo content with its progress shown."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cms.demo.accounts import DemoLogin
from cms.demo.loading.load import load_demo
from cms.kernel.engines import engines_for
from cms.kernel.logs import configure_logs
from cms.kernel.retry import retry_while_unavailable
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from cms.opening import open_services


async def run_demo(settings: Settings, say: Console) -> None:
    configure_logs(settings.log_format, settings.log_level)
    async with engines_for(settings, attach=True) as engines, open_services(settings, engines) as services:
        show_logins(await load_demo_content(services, engines.secret_key, say), say)


async def load_demo_content(services: Services, secret_key: str, say: Console) -> list[DemoLogin]:
    """A machine that is still busy with installing lets its engines wait for seconds; what is loaded by then stays."""
    columns = (TextColumn("  {task.description:<26}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=say, transient=True) as bars:
        report = await retry_while_unavailable(lambda: load_demo(services, bars, secret_key))
    return report.logins


def show_logins(logins: list[DemoLogin], say: Console) -> None:
    for login in logins:
        say.print(f"  {login.role:<26}{login.email}  {login.password}", markup=False)
