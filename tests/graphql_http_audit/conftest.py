"""The server under audit: the real application over real engines."""

import pytest
from starlette.types import ASGIApp

from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import Settings


@pytest.fixture
def audited_app(services: Services) -> ASGIApp:
    return build_app(Settings(), services, secret_key="a secret of forty characters for this test")
