"""An S3 server of a test's own, to be killed, frozen and started again."""

import os
import shutil
import signal
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.embedded import S3Address
from storage.object_store import ObjectStore


class KillableS3:
    """The real `rclone serve s3` on a port of its own, which it keeps over restarts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.address = S3Address(f"http://127.0.0.1:{self._port}", "key", "a-secret", "cms")

    def start(self) -> None:
        program = shutil.which("rclone", path=sysconfig.get_path("scripts")) or shutil.which("rclone")
        assert program, "rclone is not installed"
        self._process = subprocess.Popen(
            [program, "serve", "s3", str(self._folder), "--addr", f"127.0.0.1:{self._port}", "--config", ""],
            env={"RCLONE_AUTH_KEY": '"key,a-secret"'},
            stderr=subprocess.DEVNULL,
        )
        self._wait_for_port()

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """From now on connections are taken by the kernel, but nothing is ever answered."""
        process = self._running()
        process.send_signal(signal.SIGSTOP)
        os.waitpid(process.pid, os.WUNTRACED)

    def thaw(self) -> None:
        self._running().send_signal(signal.SIGCONT)

    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process, "the server is not running"
        return self._process

    def _wait_for_port(self) -> None:
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
                return
            except OSError:
                assert time.monotonic() < deadline, "rclone did not start"
                time.sleep(0.02)


@pytest.fixture
def killable_s3(tmp_path: Path) -> Iterator[KillableS3]:
    """Started, with the bucket made."""
    (tmp_path / "s3" / "cms").mkdir(parents=True)
    server = KillableS3(tmp_path / "s3")
    server.start()
    try:
        yield server
    finally:
        server.kill()


def store_of(address: S3Address, public_url: str | None = None) -> ObjectStore:
    return ObjectStore(
        address.endpoint, address.access_key, address.secret_key, address.bucket, address.region, public_url
    )
