"""The server under audit. To audit another app, let `audited_app` return it."""

import pytest
from starlette.types import ASGIApp

from tests.cms.http.graphql_sample import sample_endpoint


@pytest.fixture
def audited_app() -> ASGIApp:
    return sample_endpoint()
