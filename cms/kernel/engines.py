"""Where this process finds MongoDB and S3: as set, or embedded, each by itself."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from pydantic import SecretStr

from cms.kernel.settings import Settings
from storage.embedded import (
    DataDirectory,
    S3Address,
    embedded_mongodb,
    embedded_s3,
    kept_mongodb_address,
    kept_s3_address,
    kept_secret,
    open_data_directory,
    running_directory,
)

SECRET_KEY = "secret-key"


@dataclass(frozen=True, slots=True)
class EngineAddresses:
    """What clients need. `mongodb_url` names no database of ours: `Settings.mongodb_database` does."""

    mongodb_url: str = field(repr=False)
    s3: S3Address
    secret_key: str = field(repr=False)


@asynccontextmanager
async def engines_for(settings: Settings, *, attach: bool = False) -> AsyncIterator[EngineAddresses]:
    """The engines of these settings, running inside the block; nothing is started that the settings name.

    attach: a command beside a running CMS uses the engines of that one, instead of being refused.
    Raises `storage.embedded.EmbeddedError`, whose one line says what to do.
    """
    async with AsyncExitStack() as stack:
        if settings.mongodb_url and settings.s3_endpoint:
            yield _external(settings)
        elif attach and (running := running_directory(settings.data_dir)):
            yield _attached(settings, running)
        else:
            yield await _started(settings, stack)


def _external(settings: Settings) -> EngineAddresses:
    """`Settings` has seen to it that all three are there."""
    mongodb_url, s3, secret_key = _mongodb_url(settings), _s3(settings), _revealed(settings.secret_key)
    assert mongodb_url and s3 and secret_key
    return EngineAddresses(mongodb_url, s3, secret_key)


def _attached(settings: Settings, running: DataDirectory) -> EngineAddresses:
    return EngineAddresses(
        _mongodb_url(settings) or kept_mongodb_address(running),
        _s3(settings) or kept_s3_address(running),
        _revealed(settings.secret_key) or kept_secret(running.secrets, SECRET_KEY),
    )


async def _started(settings: Settings, stack: AsyncExitStack) -> EngineAddresses:
    directory = stack.enter_context(open_data_directory(settings.data_dir))
    secret_key = _revealed(settings.secret_key) or kept_secret(directory.secrets, SECRET_KEY)
    s3 = _s3(settings)
    if s3 is None:
        s3 = await stack.enter_async_context(embedded_s3(directory, port=settings.embedded_s3_port))
    mongodb_url = _mongodb_url(settings)
    if mongodb_url is None:
        mongodb = embedded_mongodb(directory, port=settings.embedded_mongodb_port)
        mongodb_url = await stack.enter_async_context(mongodb)
    return EngineAddresses(mongodb_url, s3, secret_key)


def _mongodb_url(settings: Settings) -> str | None:
    return _revealed(settings.mongodb_url)


def _s3(settings: Settings) -> S3Address | None:
    secret_key = _revealed(settings.s3_secret_key)
    if not (settings.s3_endpoint and settings.s3_access_key and secret_key):
        return None
    return S3Address(settings.s3_endpoint, settings.s3_access_key, secret_key, settings.s3_bucket, settings.s3_region)


def _revealed(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()
