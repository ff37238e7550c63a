"""The whole demo, loaded once for the tests that look at it, after a first load that was interrupted halfway."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest

from cms.demo.loading.load import DemoReport, load_demo
from cms.demo.progress import Silent
from cms.kernel.services import Services
from storage.embedded import S3Address
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from storage.repository import Repository
from tests.services import Clock, known_to_beanie

SECRET_KEY = "the secret key of one installation"


class PowerCut(Exception):
    pass


class StopsBeforeSummaries(Silent):
    """Pages and editions are there by then, news and menus are not."""

    def add_task(self, description: str, *, total: float) -> None:
        if description == "Event summaries":
            raise PowerCut


@dataclass(frozen=True)
class Loaded:
    services: Services
    kept: int
    report: DemoReport


@pytest.fixture(scope="module")
async def loaded(content_mongo: Mongo, new_bucket: Callable[[], Awaitable[S3Address]]) -> AsyncIterator[Loaded]:
    """`kept`: items that the interrupted load had left behind."""
    s3 = await new_bucket()
    store = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region)
    clock = Clock()
    clock.set("2026-11-22T12:00:00+00:00")
    services = Services(Repository(await known_to_beanie(content_mongo)), store, clock)
    with pytest.raises(PowerCut):
        await load_demo(services, StopsBeforeSummaries(), SECRET_KEY)
    kept = await content_mongo.db["items"].count_documents({})
    yield Loaded(services, kept, await load_demo(services, Silent(), SECRET_KEY))
    store.close()
    for name in await content_mongo.db.list_collection_names():
        await content_mongo.db[name].delete_many({})
