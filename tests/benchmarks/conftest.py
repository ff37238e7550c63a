"""A small database such as `make bench` measures."""

from collections.abc import AsyncIterator

import pytest

from benchmarks.content.loading import load_content
from benchmarks.run import database_of
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.opening import open_services
from storage.embedded import Engines

ITEMS = 50


@pytest.fixture(scope="session")
def addresses(engines: Engines) -> EngineAddresses:
    return EngineAddresses(engines.mongodb_url, engines.s3, secret_key="secret of the benchmark's test run")


@pytest.fixture(scope="session")
async def loaded_services(addresses: EngineAddresses) -> AsyncIterator[Services]:
    """Services over the database that a run with these items uses."""
    settings = load_settings(mongodb_database=database_of(ITEMS))
    async with open_services(settings, addresses) as services:
        await load_content(services, ITEMS, lambda loaded: None)
        yield services
        await services.repository.mongo.db.client.drop_database(settings.mongodb_database)
