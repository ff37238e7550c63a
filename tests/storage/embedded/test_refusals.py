"""What cannot work is refused with one line that says what to do."""

import errno
import os
import shutil
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.embedded import (
    EmbeddedError,
    data_directory,
    embedded_engines,
    embedded_mongodb,
    embedded_s3,
    mongod_program,
    open_data_directory,
    ports,
    s3,
)
from tests.storage.embedded.other_cms import OtherCms, run_program


async def refusal(data_dir: Path) -> str:
    """The one line with which starting here is refused."""
    with pytest.raises(EmbeddedError) as refused:
        async with embedded_engines(data_dir):
            pass
    message = str(refused.value)
    assert "\n" not in message
    return message


def test_second_cms_on_the_same_directory(start_cms: Callable[[Path], OtherCms], tmp_path: Path) -> None:
    first = start_cms(tmp_path)

    second = run_program(tmp_path)
    told = second.communicate(timeout=30)[1]

    assert second.returncode == 2
    assert told == (
        f"another CMS (process {first.process.pid}) uses {tmp_path}: "
        "stop it, or choose another directory with --data-dir or CMS_DATA_DIR\n"
    )


async def test_directory_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a directory")

    assert await refusal(tmp_path / "data") == (
        f"cannot write to {tmp_path}/data (File exists): choose another directory with --data-dir or CMS_DATA_DIR"
    )


async def test_directory_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a directory")

    assert "cannot write to" in await refusal(tmp_path / "file" / "data")


async def test_directory_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere, so the system's answer is moved."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", refuse)

    assert await refusal(tmp_path / "data") == (
        f"cannot write to {tmp_path}/data (Permission denied): choose another directory with --data-dir or CMS_DATA_DIR"
    )


async def test_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_directory, "NEEDED_BYTES", shutil.disk_usage(tmp_path).total * 2)

    assert "MB are free" in await refusal(tmp_path)


async def test_wanted_port_that_stays_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "WAIT_SECONDS", 0)
    with socket.create_server(("127.0.0.1", 0)) as other, open_data_directory(tmp_path) as directory:
        taken = other.getsockname()[1]

        for start, name in ((embedded_mongodb, "mongodb"), (embedded_s3, "s3")):
            with pytest.raises(EmbeddedError) as refused:
                async with start(directory, port=taken):
                    pass

            assert str(refused.value) == f"port {taken} for {name} is taken: stop what uses it or set another port"


async def test_port_lost_between_the_choice_and_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "is_free", lambda port: True)
    with socket.create_server(("127.0.0.1", 0)) as other, open_data_directory(tmp_path) as directory:
        taken = other.getsockname()[1]

        for start, name in ((embedded_mongodb, "mongod"), (embedded_s3, "rclone")):
            with pytest.raises(EmbeddedError, match=f"{name} cannot listen on port {taken}, another program has it"):
                async with start(directory, port=taken):
                    pass


async def test_missing_mongod(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mongod_program, "_from_wheel", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert await refusal(tmp_path) == (
        f"there is no mongod for {mongod_program.this_machine()}: "
        "set CMS_MONGODB_URL, or install cluster-cms[embedded], which brings one, "
        "or MongoDB 6 or newer so that mongod is on PATH"
    )


async def test_missing_rclone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(s3.sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))

    assert await refusal(tmp_path) == (
        f"there is no rclone for {mongod_program.this_machine()}: "
        "set CMS_S3_ENDPOINT, or install cluster-cms[embedded], which brings one, "
        "or rclone 1.75 or newer so that it is on PATH"
    )


def other_architecture(path: Path) -> Path:
    """This Python's own program with another machine written into its ELF header: 8 is a MIPS."""
    with Path(sys.executable).resolve().open("rb") as program:
        header = bytearray(program.read(4096))
    header[18:20] = b"\x08\x00"
    path.write_bytes(header)
    path.chmod(stat.S_IRWXU)
    return path


async def test_mongod_of_another_architecture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = other_architecture(tmp_path / "wrong-mongod")
    monkeypatch.setattr(mongod_program, "_from_wheel", lambda: str(wrong))
    monkeypatch.setenv("PATH", str(tmp_path))

    assert await refusal(tmp_path) == (
        f"{wrong} does not run (it is not made for {mongod_program.this_machine()}): "
        "set CMS_MONGODB_URL, or install cluster-cms[embedded], which brings one, "
        "or MongoDB 6 or newer so that mongod is on PATH"
    )


async def test_rclone_of_another_architecture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = other_architecture(tmp_path / "rclone")
    monkeypatch.setattr(s3.sysconfig, "get_path", lambda _: str(tmp_path))

    assert f"{wrong} does not run (it is not made for" in await refusal(tmp_path)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'mongod: error while loading shared libraries: libx.so' >&2; exit 127", "libx.so"),
        ("kill -ILL $$", "this processor lacks instructions that it needs, usually AVX"),
        ("echo 'db version v4.4.29'", "its version is 'db version v4.4.29', at least 6.0 is needed"),
    ],
)
async def test_mongod_that_does_not_run(
    script: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mongod = tmp_path / "mongod"
    mongod.write_text(f"#!/bin/sh\n{script}\n")
    mongod.chmod(stat.S_IRWXU)
    monkeypatch.setattr(mongod_program, "_from_wheel", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    assert reason in await refusal(tmp_path)


async def test_engine_that_gives_up_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "mongodb").mkdir()
    (tmp_path / "mongodb" / "storage.bson").write_bytes(b"damaged")

    message = await refusal(tmp_path)

    assert message.startswith("mongod ended with status")
    assert "no reason given" not in message
