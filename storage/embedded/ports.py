"""Ports of the engines on the loopback address: the same one again whenever it is free."""

import asyncio
import json
import os
import random
import socket
from pathlib import Path

from storage.embedded.errors import EmbeddedError

LOOPBACK = "127.0.0.1"
WAIT_SECONDS = 5.0
POLL_SECONDS = 0.1
# Below every system's range for outgoing connections: a client that retries while its engine is down could otherwise
# be given the very port it calls, connect to itself and keep the engine out.
CANDIDATES = range(20_000, 32_000)


async def port_for(name: str, kept: Path, wanted: int = 0) -> int:
    """The port for the engine `name`: `wanted` if given, else its last one (recorded in `kept`), else any free one.

    An engine of a CMS that was just killed may need a moment to leave its port. Raises `EmbeddedError` when `wanted`
    stays taken.
    """
    ports = kept_ports(kept)
    port = wanted or ports.get(name, 0)
    if port and not await _becomes_free(port):
        if wanted:
            raise EmbeddedError(f"port {port} for {name} is taken: stop what uses it or set another port")
        port = 0
    port = port or _any_free()
    _write(kept, ports | {name: port})
    return port


def is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # on Windows this option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def kept_ports(kept: Path) -> dict[str, int]:
    """Which port each engine had last. A damaged record is worth nothing: new ports are found."""
    try:
        ports = json.loads(kept.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return {name: port for name, port in ports.items() if isinstance(port, int)} if isinstance(ports, dict) else {}


def kept_port(name: str, kept: Path) -> int:
    """The last port of an engine that was started already."""
    port = kept_ports(kept).get(name)
    if port is None:
        raise EmbeddedError(f"{name} was not started in {kept.parent} yet: try again in a moment")
    return port


async def _becomes_free(port: int) -> bool:
    for _ in range(int(WAIT_SECONDS / POLL_SECONDS)):
        if is_free(port):
            return True
        await asyncio.sleep(POLL_SECONDS)
    return is_free(port)


def _any_free() -> int:
    for port in random.sample(CANDIDATES, 200):
        if is_free(port):
            return port
    raise EmbeddedError(f"no free port on {LOOPBACK} between {CANDIDATES[0]} and {CANDIDATES[-1]}: stop some programs")


def _write(kept: Path, ports: dict[str, int]) -> None:
    unfinished = kept.with_suffix(".new")
    unfinished.write_text(json.dumps(ports), "utf-8")
    os.replace(unfinished, kept)
