"""Only the engines that the settings do not name are started."""

from pathlib import Path

import psutil
import pytest
from pymongo import AsyncMongoClient

from cms.kernel.engines import engines_for
from cms.kernel.settings import load_settings
from storage.embedded import EmbeddedError, Engines, S3Address

KEY = "k" * 32
OTHER_S3 = {"s3_endpoint": "http://minio.example.org:9000", "s3_access_key": "a", "s3_secret_key": "b"}


def started_for(data_dir: Path) -> set[str]:
    commands = [command_of(child) for child in psutil.Process().children(recursive=True)]
    ours = [command for command in commands if str(data_dir) in " ".join(command)]
    return {Path(command[0]).name for command in ours if "guard.py" not in " ".join(command)}


def command_of(process: psutil.Process) -> list[str]:
    """Empty where it has ended meanwhile, as what another test left may have."""
    try:
        return process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return []


async def test_both_engines_are_started_when_nothing_is_set(tmp_path: Path) -> None:
    async with engines_for(load_settings(data_dir=tmp_path)) as engines:
        assert started_for(tmp_path) == {"mongod", "rclone"}
        async with AsyncMongoClient(engines.mongodb_url) as client:
            await client.admin.command("ping")


async def test_only_s3_is_started_when_mongodb_is_set(engines: Engines, tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path, mongodb_url=engines.mongodb_url, secret_key=KEY)

    async with engines_for(settings) as found:
        assert started_for(tmp_path) == {"rclone"}
        assert found.mongodb_url == engines.mongodb_url
        assert found.secret_key == KEY


async def test_only_mongodb_is_started_when_s3_is_set(tmp_path: Path) -> None:
    async with engines_for(load_settings(data_dir=tmp_path, **OTHER_S3)) as found:
        assert started_for(tmp_path) == {"mongod"}
        assert found.s3 == S3Address("http://minio.example.org:9000", "a", "b", "cms", "us-east-1")


async def test_nothing_is_started_or_made_when_both_are_set(engines: Engines, tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    settings = load_settings(data_dir=data_dir, mongodb_url=engines.mongodb_url, secret_key=KEY, **OTHER_S3)

    async with engines_for(settings) as found:
        assert (found.mongodb_url, found.s3.endpoint) == (engines.mongodb_url, OTHER_S3["s3_endpoint"])
        assert not data_dir.exists()


async def test_the_secret_key_is_made_once(tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path, **OTHER_S3)

    async with engines_for(settings) as first:
        pass
    async with engines_for(settings) as second:
        assert len(first.secret_key) == 64
        assert second.secret_key == first.secret_key


async def test_a_command_attaches_to_the_engines_of_a_running_cms(tmp_path: Path) -> None:
    settings = load_settings(data_dir=tmp_path)

    async with engines_for(settings) as running:
        async with engines_for(settings, attach=True) as attached:
            assert attached == running
        with pytest.raises(EmbeddedError, match="another CMS"):
            async with engines_for(settings):
                pass


async def test_a_command_that_may_attach_starts_engines_where_none_run(tmp_path: Path) -> None:
    async with engines_for(load_settings(data_dir=tmp_path, **OTHER_S3), attach=True):
        assert started_for(tmp_path) == {"mongod"}
