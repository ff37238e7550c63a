"""The figures are for those who have the token."""

import httpx
import pytest
from starlette.applications import Starlette

from cms.http.metrics import Metrics
from cms.http.metrics_endpoint import MetricsEndpoint

TOKEN = "t" * 32


def client_of(token: str | None) -> httpx.AsyncClient:
    app = Starlette(routes=MetricsEndpoint(Metrics("1.2.3"), token).routes())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")


@pytest.mark.parametrize(
    ("token", "header", "status"),
    [
        (None, None, 403),
        (None, "Bearer ", 403),
        (TOKEN, None, 401),
        (TOKEN, "Bearer", 401),
        (TOKEN, "Bearer wrong", 401),
        (TOKEN, "Bearer é", 401),
        (TOKEN, f"Basic {TOKEN}", 401),
        (TOKEN, f"Bearer {TOKEN}", 200),
    ],
)
async def test_only_the_token_opens_the_figures(token: str | None, header: str | None, status: int) -> None:
    headers = [(b"authorization", header.encode("latin-1"))] if header else []
    async with client_of(token) as client:
        answer = await client.get("/metrics", headers=headers)

    assert answer.status_code == status
    assert ("cms_build_info" in answer.text) is (status == 200)
    assert status == 200 or "CMS_METRICS_TOKEN" in answer.text
