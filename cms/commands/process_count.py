"""How many server processes `cms serve` has."""

import sys

from rich.console import Console

from cms.kernel.processes.cores import usable_cores
from cms.kernel.settings import Settings


def process_count(settings: Settings, say: Console) -> int:
    """As set, else one for each core. One where processes cannot share what they have to."""
    if sys.platform == "linux":
        return settings.processes or usable_cores()
    if (settings.processes or 1) > 1:
        say.print("Several processes are possible on Linux only: this is one.", style="yellow", markup=False)
    return 1
