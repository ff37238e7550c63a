"""Lets uv use the package index, certificates and proxy that are set for pip on this machine: uv reads no pip.conf."""

import ast
import os
import ssl
import subprocess
from collections.abc import Mapping

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


def uv_environment(pip: list[str] | None, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Variables to add for uv; what is set for uv itself stays. `pip` is the command, if there is one."""
    listed = _listed(pip) if pip else _from_variables(environment)
    wanted = {FOR_UV[name][0]: FOR_UV[name][1].join(value.split()) for name, value in listed.items() if name in FOR_UV}
    # Like pip: every index may have any package, the hashes say which one is right; the system's certificates count
    wanted["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if _has_system_certificates():
        wanted |= {"UV_SYSTEM_CERTS": "true", "UV_NATIVE_TLS": "true"}
    return {name: value for name, value in wanted.items() if name not in environment}


def parse(output: str) -> dict[str, str]:
    """`pip config list` prints lines such as "global.index-url='…'"; "install" counts more, a variable most."""
    found: dict[str, dict[str, str]] = {"global": {}, "install": {}, ":env:": {}}
    for line in output.splitlines():
        key, equals, value = line.partition("=")
        section, _, name = key.rpartition(".")
        if equals and section in found:
            found[section][name] = str(ast.literal_eval(value))
    return found["global"] | found["install"] | found[":env:"]


def _listed(pip: list[str]) -> dict[str, str]:
    answer = subprocess.run([*pip, "config", "list"], capture_output=True, text=True, check=False)
    return parse(answer.stdout)


def _from_variables(environment: Mapping[str, str]) -> dict[str, str]:
    pairs = {name: environment.get(f"PIP_{name.upper().replace('-', '_')}", "") for name in FOR_UV}
    return {name: value for name, value in pairs.items() if value}


def _has_system_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    return os.name == "nt" or bool(paths.cafile or (paths.capath and os.listdir(paths.capath)))
