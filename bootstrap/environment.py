"""What programs of the CMS are started with."""

import os

from bootstrap.places import ROOT


def program_environment() -> dict[str, str]:
    """Of this machine, but for one thing: Python may keep what it compiled. Some machines tell it not to, and each
    start would take two times as long."""
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return ours | {"PYTHONPATH": str(ROOT)}
