"""The server under audit: the real application over real engines."""

import pytest
from starlette.types import ASGIApp

from cms.app import build_app
from cms.kernel.desk import Desk
from cms.kernel.settings import Settings


@pytest.fixture
def audited_app(desk: Desk) -> ASGIApp:
    return build_app(Settings(), desk, secret_key="a secret of forty characters for this test")
