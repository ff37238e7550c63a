"""Lets uv use the package index, certificates and proxy that are set for pip on this machine: uv reads no pip.conf."""

import configparser
import os
import ssl
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# The name of each setting of pip, uv's variable for it, and what stands between several values
FOR_UV = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "no-index": ("UV_NO_INDEX", " "),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
}


def uv_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Variables to add for uv; what is set for uv itself stays."""
    settings = pip_settings(environment)
    wanted = {FOR_UV[name][0]: FOR_UV[name][1].join(value.split()) for name, value in settings.items()}
    # Like pip: every index may have any package, the hashes say which one is right; the system's certificates count
    wanted["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if _has_system_certificates():
        wanted |= {"UV_SYSTEM_CERTS": "true", "UV_NATIVE_TLS": "true"}
    return {name: value for name, value in wanted.items() if name not in environment}


def pip_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """What counts for `pip install` of the names in `FOR_UV`: [install] before [global], variables before files."""
    found: dict[str, dict[str, str]] = {"global": {}, "install": {}}
    for path in configuration_files(environment):
        parser = configparser.RawConfigParser()
        try:
            parser.read(path, "utf-8")
        except (configparser.Error, UnicodeDecodeError, OSError):
            continue  # pip itself will say so
        for section, settings in found.items():
            if parser.has_section(section):
                settings |= {name.replace("_", "-"): value for name, value in parser.items(section)}
    merged = found["global"] | found["install"] | _variables(environment)
    return {name: value for name, value in merged.items() if name in FOR_UV}


def configuration_files(environment: Mapping[str, str]) -> Iterator[Path]:
    """Where pip looks, what counts more comes later. Source: "Configuration" in pip's user guide."""
    own = environment.get("PIP_CONFIG_FILE", "")
    if own == os.devnull:
        return
    home = Path(environment.get("HOME") or os.path.expanduser("~"))
    if sys.platform == "win32":
        yield Path(environment.get("PROGRAMDATA", "C:\\ProgramData")) / "pip" / "pip.ini"
        yield from (home / "pip" / "pip.ini", Path(environment.get("APPDATA", str(home))) / "pip" / "pip.ini")
        yield Path(sys.prefix) / "pip.ini"
    else:
        yield from (Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf"))
        if sys.platform == "darwin":
            yield from (base / "Library/Application Support/pip/pip.conf" for base in (Path("/"), home))
        yield home / ".pip" / "pip.conf"
        yield Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf"
        yield Path(sys.prefix) / "pip.conf"
    if own:
        yield Path(own)


def _variables(environment: Mapping[str, str]) -> dict[str, str]:
    pairs = {name: environment.get(f"PIP_{name.upper().replace('-', '_')}", "") for name in FOR_UV}
    return {name: value for name, value in pairs.items() if value}


def _has_system_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return os.name == "nt" or bool(paths.cafile or (paths.capath and os.listdir(paths.capath)))
