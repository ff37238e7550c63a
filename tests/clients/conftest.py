"""Sites to ask, served by the real application, and a place for the programs that ask."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.app import build_app
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from tests.clients.three_sites import LOCALES, SITES, ThreeSites
from tests.clients.workspace import Workspace, new_workspace
from tests.cms.http.served import served
from tests.kept import lay_down


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with new_workspace() as made:
        yield made


@pytest.fixture
async def three_sites(services: Services) -> None:
    await lay_down(services.repository.mongo, "three sites", ThreeSites(services).lay_down)


@pytest.fixture
async def places(services: Services, three_sites: None) -> list[dict[str, Any]]:
    """Variables of all that can be looked at: each site in each language, live and in a preview."""
    previews = [await create_preview(services, SYSTEM, site) for site in SITES]
    tokens = [PreviewTokens.of(services).token(preview) for preview in previews]
    pairs = [(site, given) for site, token in zip(SITES, tokens, strict=True) for given in (None, token)]
    return [{"site": site, "l": locale, "preview": given} for site, given in pairs for locale in LOCALES]


@pytest.fixture
async def endpoint(services: Services, three_sites: None) -> AsyncIterator[str]:
    """Where the API answers, for example http://127.0.0.1:40123/graphql."""
    async with served(
        build_app(Settings(), services, secret_key="a secret of forty characters for this test")
    ) as origin:
        yield f"{origin}/graphql"
