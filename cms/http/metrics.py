"""Figures for Prometheus: requests and their times by route, GraphQL operations, and how workers keep up."""

import platform
import time
from collections.abc import Callable
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cms.http.labelled_metrics import merged
from cms.http.outbox_gauges import OutboxGauges
from cms.http.siblings import Siblings
from cms.kernel.database_clock import DatabaseClock

MAX_ROUTES = 100
UNMATCHED = "unmatched"
OTHER = "other"
ROUTE = "cms.route"
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

disable_created_metrics()  # a second series for every counter, of use to nobody here


class Metrics:
    """No label takes a value that clients choose, so the number of series is bounded."""

    def __init__(
        self, version: str, outbox: OutboxGauges | None = None, clock: Callable[[], datetime] | None = None
    ) -> None:
        registry = CollectorRegistry()
        if isinstance(clock, DatabaseClock):
            drift = "By how much the clock of this machine is ahead of the database's."
            Gauge("cms_clock_drift_seconds", drift, registry=registry).set_function(lambda: clock.drift_seconds)
        self._outbox = outbox
        if outbox:
            outbox.register(registry)
        self._siblings: Siblings | None = None
        self.registry = registry
        self._routes: set[str] = set()
        self._requests = Counter("cms_requests", "Requests answered.", ("method", "route", "status"), registry=registry)
        self._seconds = Histogram(
            "cms_request_seconds", "Time until the answer was sent.", ("route",), registry=registry, buckets=_SECONDS
        )
        self._in_progress = Gauge("cms_requests_in_progress", "Requests being answered.", registry=registry)
        self._operations = Histogram(
            "cms_graphql_seconds",
            "Time of GraphQL operations.",
            ("schema", "kind", "outcome"),
            registry=registry,
            buckets=_SECONDS,
        )
        self._compiled_faults = Counter(
            "cms_graphql_compiled_faults",
            "Faults in compiled queries, answered without them.",
            ("schema",),
            registry=registry,
        )
        build = Gauge("cms_build_info", "What runs here.", ("version", "python"), registry=registry)
        build.labels(version, platform.python_version()).set(1)
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        GCCollector(registry=registry)

    def around(self, app: ASGIApp) -> ASGIApp:
        """The app with every HTTP request counted. Its route is Starlette's, or what the app put at scope[ROUTE]."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            await self._count(app, scope, receive, send)

        return counted

    def observe_graphql(self, schema: str, kind: str, outcome: str, seconds: float) -> None:
        """`schema`: delivery or management; `kind`: query or mutation; `outcome`: ok, errors, refused, unavailable."""
        self._operations.labels(schema, kind, outcome).observe(seconds)

    def count_compiled_fault(self, schema: str) -> None:
        self._compiled_faults.labels(schema).inc()

    async def endpoint(self, request: Request) -> Response:
        if self._outbox:
            await self._outbox.refresh()
        text = self.own_text()
        if siblings := self._siblings:
            texts = {**await siblings.texts(), siblings.process: text.decode()}
            text = merged(texts, siblings.process).encode()
        return Response(text, headers={"content-type": CONTENT_TYPE_PLAIN_0_0_4})

    def share(self, siblings: Siblings) -> None:
        """The figures of all processes of this server are answered from now on, whichever is asked."""
        self._siblings = siblings
        siblings.tell = self.own_text

    def own_text(self) -> bytes:
        return generate_latest(self.registry)

    async def _count(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        status = 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        started = time.perf_counter()
        self._in_progress.inc()
        try:
            await app(scope, receive, noted)
        finally:
            self._in_progress.dec()
            route = self._bounded(_route(scope))
            method = scope["method"] if scope["method"] in _METHODS else OTHER
            self._requests.labels(method, route, status).inc()
            self._seconds.labels(route).observe(time.perf_counter() - started)

    def _bounded(self, route: str) -> str:
        if route in self._routes:
            return route
        if len(self._routes) >= MAX_ROUTES:
            return OTHER
        self._routes.add(route)
        return route


def _route(scope: Scope) -> str:
    """The pattern, never the path: that one is the client's."""
    named = scope.get(ROUTE)
    return named if isinstance(named, str) else getattr(scope.get("route"), "path", UNMATCHED)
