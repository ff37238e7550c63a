"""Prepares live texts that no release has prepared, or an earlier one otherwise than this. Until then they are read as
ever, only not as fast."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import structlog

from cms.content import richtext
from cms.items.prepared_texts import SHOWN, prepared_snapshot
from cms.kernel.services import Services
from storage.conditions import any_of
from storage.mongo import Session
from storage.prepared_texts import texts_in

log = structlog.get_logger(__name__)

BATCH = 20
"""Items in one transaction, so that a publication waits for it hardly ever."""


async def prepare_texts(services: Services) -> None:
    """A transaction for each batch, until none is left. Raises Unavailable."""
    published, done = services.repository.published, 0
    try:
        while ids := await published.unprepared(richtext.VERSION, BATCH):
            await services.transact(partial(_prepare, services, ids))
            done += len(ids)
    finally:
        if done:
            log.info("texts.prepared", items=done, version=richtext.VERSION)


async def _prepare(services: Services, ids: Sequence[str], session: Session) -> None:
    """Whoever publishes one of them at the same time goes first: then this begins anew, with what is live by then."""
    found = await services.repository.published.matching(any_of("_id", ids), SHOWN, session)
    changes = {one["_id"]: await prepared_snapshot(_with_texts(one)) for one in found}
    await services.repository.published.set_each(changes, session)


def _with_texts(live: Mapping[str, Any]) -> dict[str, Any]:
    """Those fields that hold any."""
    return {name: live[name] for name in SHOWN if any(texts_in(live.get(name)))}
