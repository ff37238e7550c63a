"""Where the programs of Firefox, WebKit (Safari's engine) and Varnish are; Debian's are installed where that goes."""

import contextlib
import os
import shutil
import subprocess
from pathlib import Path

BROWSERS_OF_WEBKIT = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")
PACKAGES = {"Firefox": ["firefox-esr"], "WebKit": ["webkit2gtk-driver", "xvfb"], "Varnish": ["varnish"]}
APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]


def firefox() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


def mini_browser() -> str | None:
    found = (str(one) for pattern in BROWSERS_OF_WEBKIT for one in Path("/usr").glob(pattern))
    return next(found, None)


def varnish() -> str | None:
    return shutil.which("varnishd") or shutil.which("varnishd", path="/usr/sbin")


def is_there(engine: str) -> bool:
    if engine == "Firefox":
        return firefox() is not None
    if engine == "Varnish":
        return varnish() is not None
    return all((mini_browser(), shutil.which("WebKitWebDriver"), shutil.which("Xvfb")))


def find(engine: str) -> bool:
    """Whether it is there now. Raises nothing where it cannot be had."""
    if not is_there(engine) and shutil.which("apt-get") and os.geteuid() == 0:
        _run([*APT, "update"])
        _run([*APT, "install", "-y", "--no-install-recommends", *PACKAGES[engine]])
    return is_there(engine)


def _run(command: list[str]) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(subprocess.TimeoutExpired):  # no way to the packages: told as not to be had
        subprocess.run(command, env=environment, capture_output=True, timeout=300, check=False)
