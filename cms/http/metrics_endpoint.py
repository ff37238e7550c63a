"""Who may read the figures: programs that have the token, nobody else on the public port."""

from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cms.http.caller import bearer_of
from cms.http.metrics import Metrics

CLOSED = "Figures are closed here. Set CMS_METRICS_TOKEN and send it as Authorization: Bearer."
WRONG = "Send the token of CMS_METRICS_TOKEN as Authorization: Bearer."
_NO_STORE = {"cache-control": "no-store"}


class MetricsEndpoint:
    """`token`: None closes it for everybody."""

    def __init__(self, metrics: Metrics, token: str | None) -> None:
        self._metrics = metrics
        self._token = token

    def routes(self) -> list[Route]:
        return [Route("/metrics", self.answer)]

    async def answer(self, request: Request) -> Response:
        if self._token is None:
            return PlainTextResponse(CLOSED, 403, _NO_STORE)
        if not compare_digest((bearer_of(request) or "").encode(), self._token.encode()):
            return PlainTextResponse(
                WRONG, 401, {**_NO_STORE, "www-authenticate": 'Bearer realm="Cluster CMS metrics"'}
            )
        return await self._metrics.endpoint(request)
