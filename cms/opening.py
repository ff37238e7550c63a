"""From settings to services that are ready: clients made, bucket there, indexes and migrations applied once."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from cms.content_types import ContentType, registry
from cms.kernel.database_clock import database_clock
from cms.kernel.engines import EngineAddresses
from cms.kernel.retry import retry_while_unavailable
from cms.kernel.services import Services
from cms.kernel.settings import Settings, base_url
from cms.kernel.vault import Vault
from cms.migrations.found_by import FOUND_BY
from cms.migrations.heading_ids import HEADING_IDS
from cms.migrations.moments import MOMENTS
from cms.migrations.referred_values import REFERRED_VALUES
from cms.migrations.stored_words import STORED_ORDERS, STORED_WORDS
from storage.email_domains import EMAIL_DOMAINS
from storage.indexes import Listing, apply_indexes
from storage.live_states import LIVE_STATES
from storage.migrations import Migration, apply_migrations, start_lock
from storage.mongo import Listener, Mongo
from storage.object_store import ObjectStore
from storage.repository import Repository

MIGRATIONS: tuple[Migration, ...] = (
    EMAIL_DOMAINS,
    STORED_WORDS,
    HEADING_IDS,
    LIVE_STATES,
    STORED_ORDERS,
    FOUND_BY,
    REFERRED_VALUES,
    MOMENTS,
)
"""Every change to stored documents since the first release, oldest first."""


def listings() -> dict[str, Listing]:
    """{content type: how it is listed}, which says what indexes it needs."""
    return {name: _listing(kind) for name, kind in registry.items()}


def _listing(kind: type[ContentType]) -> Listing:
    delivery = kind.delivery
    return Listing(
        sorts=[order.name for order in delivery.keyed_orders],
        filters=[*kind.filter_paths(), *delivery.referring],
        flags=[kind.stored_path(name) for name in delivery.flags],
        looked_up_by=delivery.looked_up_by,
    )


@asynccontextmanager
async def open_services(
    settings: Settings,
    engines: EngineAddresses,
    *,
    prepare: bool = True,
    listeners: Sequence[Listener] = (),
    port: int | None = None,
) -> AsyncIterator[Services]:
    """prepare: make the bucket, indexes and migrations; processes that start together do so one after the other.
    port: the one that is listened on, where the settings leave it open."""
    mongo = Mongo(
        engines.mongodb_url,
        settings.mongodb_database,
        read_seconds=settings.mongodb_read_seconds,
        listeners=listeners,
    )
    s3 = engines.s3
    store = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region, settings.s3_public_url)
    try:
        await mongo.open()
        if prepare:
            await retry_while_unavailable(store.ensure_bucket, tries=3)
            async with start_lock(mongo):
                await apply_migrations(mongo, MIGRATIONS)
                await apply_indexes(mongo, listings())
        vault, address = Vault(engines.secret_key), base_url(settings, port)
        async with database_clock(mongo) as clock:
            yield Services(Repository(mongo), store, clock, vault, address, settings)
    finally:
        store.close()
        mongo.close()
