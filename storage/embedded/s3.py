"""An S3 server as a child of the CMS: `rclone serve s3` on the loopback address, over one folder."""

import asyncio
import os
import re
import shutil
import sysconfig
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.error import MinioException

from storage.embedded.binaries import DoesNotRun, this_machine, version_line
from storage.embedded.data_directory import DataDirectory
from storage.embedded.engine_process import Engine, EngineProcess
from storage.embedded.errors import EmbeddedError
from storage.embedded.log_files import ending, last_lines, rotate
from storage.embedded.ports import LOOPBACK, kept_port, port_for
from storage.embedded.secret_files import kept_secret

ACCESS_KEY = "cms"
BUCKET = "cms"
REGION = "us-east-1"
ANSWER_SECONDS = 2.0
WHAT_TO_DO = (
    "set CMS_S3_ENDPOINT, or install cluster-cms[embedded], which brings one, "
    "or rclone 1.75 or newer so that it is on PATH"
)


@dataclass(frozen=True, slots=True)
class S3Address:
    """How to reach an S3 server. `endpoint` is an http(s) address without a path."""

    endpoint: str
    access_key: str
    secret_key: str = field(repr=False)
    bucket: str
    region: str = REGION


@asynccontextmanager
async def embedded_s3(directory: DataDirectory, *, port: int = 0) -> AsyncIterator[S3Address]:
    """A running S3 server with the bucket made; it ends with the block.

    port: 0 takes the last one or any free one. Raises `EmbeddedError`.
    """
    rclone = find_rclone()
    port = await port_for("s3", directory.ports, port)
    sweep(directory.s3)
    (directory.s3 / BUCKET).mkdir(mode=0o700, exist_ok=True)
    rotate(directory.logs / "s3.log")
    s3 = kept_s3_address(directory)
    async with EngineProcess(_engine(rclone, directory, port, s3)):
        yield s3


def kept_s3_address(directory: DataDirectory) -> S3Address:
    """Where the S3 server of this directory was started last."""
    port = kept_port("s3", directory.ports)
    secret = kept_secret(directory.secrets, "s3-secret-key")
    return S3Address(f"http://{LOOPBACK}:{port}", ACCESS_KEY, secret, BUCKET)


def find_rclone() -> str:
    """The program of the wheel, else the one on PATH. Raises `EmbeddedError`."""
    installed = Path(sysconfig.get_path("scripts")) / ("rclone.exe" if os.name == "nt" else "rclone")
    path = str(installed) if installed.exists() else shutil.which("rclone")
    if path is None:
        raise EmbeddedError(f"there is no rclone for {this_machine()}: {WHAT_TO_DO}")
    try:
        version_line(path, _environment())
    except DoesNotRun as error:
        raise EmbeddedError(f"{path} does not run ({error}): {WHAT_TO_DO}") from error
    return path


def sweep(folder: Path) -> None:
    """Remove what uploads left behind when the server was killed."""
    for unfinished in folder.rglob(".rclone_temp_*"):
        unfinished.unlink(missing_ok=True)


def _engine(rclone: str, directory: DataDirectory, port: int, s3: S3Address) -> Engine:
    output = directory.logs / "s3.log"
    return Engine(
        name="rclone",
        command=[rclone, *_options(directory, port)],
        environment=_environment() | {"RCLONE_AUTH_KEY": f'"{s3.access_key},{s3.secret_key}"'},
        output=output,
        is_ready=lambda: asyncio.to_thread(_answers, s3),
        explain=lambda status: _explain(status, port, output),
    )


def _options(directory: DataDirectory, port: int) -> list[str]:
    """No configuration file of the person who starts us; browsers of any origin may use presigned addresses."""
    return [
        *("serve", "s3", str(directory.s3), "--addr", f"{LOOPBACK}:{port}"),
        *("--config", "", "--log-level", "NOTICE", "--allow-origin", "*"),
    ]


def _environment() -> dict[str, str]:
    """Ours without settings for another rclone, which would change this one."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("RCLONE_")}
    return ours | {"GOMEMLIMIT": "128MiB"}


def _explain(status: int, port: int, output: Path) -> str:
    reason = next(iter(last_lines(output)), "")
    if re.search("address already in use|Only one usage of each socket", reason):
        return f"rclone cannot listen on port {port}, another program has it: stop that one or set another port"
    return f"rclone {ending(status, reason)}: see {output}"


def _answers(s3: S3Address) -> bool:
    """Whether our server, and not just anything on its port, takes our credentials and has the bucket."""
    connections = urllib3.PoolManager(timeout=ANSWER_SECONDS, retries=False)
    client = Minio(
        urlsplit(s3.endpoint).netloc,
        s3.access_key,
        s3.secret_key,
        secure=False,
        region=s3.region,
        http_client=connections,
    )
    try:
        return client.bucket_exists(s3.bucket)
    except (MinioException, urllib3.exceptions.HTTPError):
        return False
    finally:
        connections.clear()
