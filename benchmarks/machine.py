"""What the figures were measured on."""

import os
import platform
from pathlib import Path

from cms.kernel.services import Services

CPUS = Path("/proc/cpuinfo")


async def machine(services: Services) -> str:
    """ "2 cores of Model, Linux; Python 3.11.9; MongoDB 6.0.5"."""
    version = ".".join(map(str, (await services.repository.mongo.facts()).version))
    cores = os.cpu_count()
    return f"{cores} cores of {_cpu()}, {platform.system()}; Python {platform.python_version()}; MongoDB {version}"


def _cpu() -> str:
    lines = CPUS.read_text("utf-8").splitlines() if CPUS.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    return model or platform.processor() or platform.machine()


def load_average() -> str:
    """Of the last minute; other work on the machine shows here."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
