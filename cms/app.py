"""The web application, put together: plain ASGI outside, GraphQL before any framework, Starlette for the rest."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from cms.accounts.sign_in.oidc_provider import OidcProvider
from cms.applications.http.application_files import ApplicationFiles
from cms.applications.http.reviewed_applications import ReviewedApplications
from cms.applications.pages import CallPages
from cms.files.catalog import find_file, owning_site
from cms.files.http.file_redirect import Reach
from cms.files.http.files import FileEndpoint
from cms.files.http.uploads import UploadEndpoint
from cms.files.public_address import FileAddresses
from cms.files.queries.files import draft_file, previewed_file
from cms.files.record import FileRecord
from cms.http.admin import AdminInterface
from cms.http.cache.fast_lane import FastLane
from cms.http.cache.figures import register, register_items
from cms.http.cache.outside_caches import OutsideCaches
from cms.http.cache.response_cache import ResponseCache
from cms.http.caller import Callers, bearer_of
from cms.http.client_address import ForwardedClient, TrustedProxies, network_of
from cms.http.cors import Cors
from cms.http.explorer import Example
from cms.http.graphql import GraphQLEndpoint
from cms.http.health import Health
from cms.http.metrics import ROUTE, Metrics
from cms.http.metrics_endpoint import MetricsEndpoint
from cms.http.oidc import BEGIN, OidcSignIn
from cms.http.outbox_gauges import OutboxGauges
from cms.http.query_shares import QueryShares
from cms.http.receiving import Receiving
from cms.http.request_log import RequestLog
from cms.http.request_shares import RequestShares
from cms.http.session import Sessions
from cms.http.siblings import Siblings
from cms.http.signed_in import SignedIn
from cms.items.previews import PreviewTokens
from cms.kernel.errors import Busy, NotFound, TooManyRequests
from cms.kernel.graphql_request import Execute, GraphQLAnswer, GraphQLRequest, Outcome
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from cms.kernel.spending import spending
from cms.transfer.http.transfers import TransferEndpoint
from schema.delivery.applications.gateway import ApplicantGateway
from schema.delivery.context import DeliveryContext
from schema.delivery.examples import FIRST, VARIABLES, contract_operations
from schema.delivery.lists.cursors import Cursors
from schema.delivery.registered_texts import RegisteredTexts
from schema.delivery.registration_check import DocumentCheck
from schema.delivery.schema import schema, sdl
from schema.execution.execute import Executor
from schema.limits import Limits
from schema.management import schema as management
from schema.management.context import ManagementContext
from storage.documents import Preview
from storage.errors import Unavailable
from storage.freshness import keep_private
from storage.live_changes import FollowsChanges
from storage.live_items.live_items import LiveItems
from storage.live_items.published_from_memory import PublishedFromMemory
from storage.operation_timeout import patience

GRAPHQL = "/graphql"
PREVIEW_TOKEN = "preview-token"
"""A header of requests: the token of a preview, for `node` and `nodes`, whose queries clients write by themselves."""
PERSONAL = frozenset((b"authorization", PREVIEW_TOKEN.encode()))
"""Headers with which one client may get what others may not."""
MANAGEMENT = "/management/graphql"
MANAGEMENT_BODY_BYTES = 2_500_000
"""An item has at most 1 MB as JSON, which the quotes and dashes of a request may double."""
MANAGEMENT_LIMITS = {
    "max_variables_bytes": 5_000_000,
    "max_variables_values": 100_000,
    "max_input_values": 5_000,
}
"""An item comes as JSON, in which rich text has many small values."""


def build_app(
    settings: Settings,
    services: Services,
    *,
    secret_key: str,
    siblings: Siblings | None = None,
    changes: FollowsChanges | None = None,
) -> ASGIApp:
    """Everything the CMS answers on its port. changes: without somebody who hears of them no answer is kept."""
    items = _live_items(settings, services, changes) if changes and settings.entity_cache_bytes else None
    cache = _cache(settings, services, changes) if changes and settings.response_cache_bytes else None
    metrics = Metrics(_version(), OutboxGauges(services.repository.outbox, services.clock), services.clock)
    if siblings:
        metrics.share(siblings)
    oidc = OidcProvider(settings) if settings.oidc_issuer else None
    others = [{"label": settings.oidc_label, "href": BEGIN}] if oidc else []
    sessions = Sessions(services, settings.public_url, others)
    callers = Callers(services, sessions, settings.public_url)
    receiving = Receiving()
    context = delivery_context(services, secret_key, items)
    routes = [
        Route("/", _start_page),
        *Health({"mongodb": services.repository.mongo.ping, "s3": services.store.ping}).routes(),
        *MetricsEndpoint(metrics, _secret(settings.metrics_token)).routes(),
        *AdminInterface(_sources_of_pictures(settings, services)).routes(),
        *sessions.routes(),
        *(OidcSignIn(services, oidc, sessions).routes() if oidc else ()),
        *_files(settings, services, callers).routes(),
        *UploadEndpoint(services, receiving).routes(),
        *ApplicationFiles(services).routes(),
        *TransferEndpoint(callers).routes(),
        *ReviewedApplications(callers).routes(),
        *CallPages(services, _read_delivery(settings, context), receiving, settings.public_url).routes(),
    ]
    graphql = {
        GRAPHQL: _delivery(settings, services, metrics, context, cache),
        MANAGEMENT: _management(settings, metrics, secret_key, callers),
    }
    front = Front(graphql, Router(routes), settings.mongodb_read_seconds)
    shared = RequestShares(front, settings.max_connections_per_network)
    app = ForwardedClient(RequestLog(metrics.around(shared)), proxies_of(settings))
    if items:
        register_items(items, metrics.registry)
    if cache is None or changes is None:
        return app
    register(cache, changes, metrics.registry)
    return FastLane(app, cache, GRAPHQL, PERSONAL)


def _cache(settings: Settings, services: Services, changes: FollowsChanges) -> ResponseCache:
    cache = ResponseCache(settings.response_cache_bytes, changes, services.clock)
    services.repository.mongo.live_changes.listen(cache.changed)
    return cache


def _live_items(settings: Settings, services: Services, changes: FollowsChanges) -> LiveItems:
    """To be made before the cache of answers: that one hears of changes after it, and never keeps what was made of
    items of before."""
    items = LiveItems(settings.entity_cache_bytes, changes)
    services.repository.mongo.live_changes.listen(items.changed)
    return items


def _sources_of_pictures(settings: Settings, services: Services) -> list[str]:
    """Origins from which the editors' interface shows pictures and reads files, besides the one it is opened at."""
    addresses = (services.base_url, settings.files_url) if settings.files_url else (services.base_url,)
    origins = (f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, addresses))
    return list(dict.fromkeys([*services.store.presigned.origins, *origins]))


def _secret(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None


def proxies_of(settings: Settings) -> TrustedProxies:
    return TrustedProxies.named(settings.trusted_proxies, settings.forwarded_header)


class Front:
    """Sends GraphQL its way at once; everything else is routed. `mongodb_seconds`: what each operation of a request
    may take, so that nobody waits for a MongoDB that hangs."""

    def __init__(self, graphql: Mapping[str, ASGIApp], rest: ASGIApp, mongodb_seconds: float) -> None:
        self._graphql = graphql
        self._rest = rest
        self._mongodb_seconds = mongodb_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with patience(self._mongodb_seconds):
            await self._send(scope, receive, send)

    async def _send(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        for address, app in self._graphql.items():
            if path == address or path.startswith(f"{address}/"):
                scope[ROUTE] = address
                await app(scope, receive, send)
                return
        await self._rest(scope, receive, send)


def _delivery(
    settings: Settings, services: Services, metrics: Metrics, context: DeliveryContext, cache: ResponseCache | None
) -> GraphQLEndpoint:
    operations = {"LatestEditions": FIRST, **contract_operations()}

    async def of_this_request(scope: Scope) -> DeliveryContext:
        request = Request(scope)
        gateway = ApplicantGateway(services, bearer_of(request), network_of(request))
        return replace(context, gateway=gateway, preview_token=request.headers.get(PREVIEW_TOKEN))

    shares = QueryShares(spending(), settings.query_cost_per_minute)
    texts = RegisteredTexts(services.repository.registered_queries)
    count_fault = partial(metrics.count_compiled_fault, "delivery")
    executor = Executor(schema, limits_of(settings), texts=texts, admission=shares, count_fault=count_fault)
    execute = _measured(naming_documents(executor.execute), metrics)
    return GraphQLEndpoint(
        execute,
        of_this_request,
        sdl=sdl(),
        path=GRAPHQL,
        title="Cluster CMS delivery API",
        examples=[Example(name, text, VARIABLES.get(name, {})) for name, text in operations.items()],
        personal=(PREVIEW_TOKEN,),
        cache=cache,
        keeping=OutsideCaches(services.repository, services.clock).keeping,
        max_body_bytes=settings.query_max_body_bytes,
    )


def naming_documents(execute: Execute) -> Execute:
    """Tells the resolvers which document is asked: a site may answer registered ones only. Our own pages do without."""

    async def executed(request: GraphQLRequest, context: DeliveryContext) -> GraphQLAnswer:
        asked = request.document_hash or sha256(request.query.encode()).hexdigest()
        return await execute(request, replace(context, document_hash=asked))

    return executed


def _read_delivery(settings: Settings, context: DeliveryContext) -> Callable[..., Awaitable[dict[str, Any]]]:
    """Our own pages ask the delivery API as everybody does, without the way over HTTP."""
    execute = Executor(schema, limits_of(settings)).execute

    async def read(query: str, variables: dict[str, Any]) -> dict[str, Any]:
        answer = await execute(GraphQLRequest(query, variables=variables, read_only=True), context)
        if answer.outcome is Outcome.EXECUTED:
            return answer.body["data"]
        if answer.outcome in (Outcome.UNAVAILABLE, Outcome.FAILED):
            raise Unavailable("mongodb", "the delivery API gave no answer")
        raise NotFound("There is no such page.")

    return read


def _management(settings: Settings, metrics: Metrics, secret_key: str, callers: Callers) -> ASGIApp:
    cursors, check = Cursors(secret_key), DocumentCheck(limits_of(settings))

    async def of_this_person(scope: Scope) -> ManagementContext:
        caller = await callers.find(Request(scope))
        assert caller is not None  # the door is around
        who = (caller.services, caller.actor, caller.email)
        return ManagementContext(*who, cursors, caller.session, caller.token, check)

    limits = replace(limits_of(settings), **MANAGEMENT_LIMITS)
    endpoint = GraphQLEndpoint(
        _measured(Executor(management.schema, limits, compiled=False).execute, metrics, "management"),
        of_this_person,
        sdl=management.sdl(),
        path=MANAGEMENT,
        title="Cluster CMS management API",
        cors=Cors(()),
        max_body_bytes=MANAGEMENT_BODY_BYTES,
    )
    return SignedIn(endpoint, callers)


def delivery_context(services: Services, secret_key: str, items: LiveItems | None = None) -> DeliveryContext:
    """items: the memory that visitors' reads go through; without it they read the database."""
    repository = services.repository
    published = PublishedFromMemory(repository.mongo, items) if items else repository.published

    async def open_preview(token: str) -> Preview | None:
        keep_private()
        return await PreviewTokens.of(services).open(services, token)

    return DeliveryContext(
        published,
        Cursors(secret_key),
        services.clock,
        repository.drafts,
        open_preview,
        is_registered=repository.registered_queries.is_registered,
        addresses=FileAddresses(services.base_url, services.settings.files_url),
    )


def _files(settings: Settings, services: Services, callers: Callers) -> FileEndpoint:
    published = services.repository.published

    async def may_read(request: Request, record: FileRecord) -> bool:
        caller = await callers.find(request)
        if caller is None or record.id in caller.actor.items("read_protected"):
            return caller is not None
        return caller.actor.may("read_protected", await owning_site(published, record.id))

    async def draft(request: Request, id: str) -> FileRecord | None:
        caller = await callers.find(request)
        return await draft_file(services, caller.actor, id) if caller else None

    async def previewed(token: str, id: str) -> FileRecord | None:
        grant = await PreviewTokens.of(services).open(services, token)
        return await previewed_file(services, grant, token, id) if grant else None

    return FileEndpoint(
        services.store,
        lambda id: find_file(published, id, services.clock()),
        may_read,
        callers.is_known,
        draft,
        previewed,
        delivery=settings.file_delivery,
        reach=_reach(settings),
    )


def _reach(settings: Settings) -> Reach:
    """From where browsers get to the S3 server, as far as the settings say."""
    if settings.s3_public_url:
        return "anywhere"
    return "nowhere" if settings.s3_endpoint else "this machine"


def limits_of(settings: Settings) -> Limits:
    return Limits(
        max_tokens=settings.query_max_tokens,
        max_depth=settings.query_max_depth,
        max_aliases=settings.query_max_aliases,
        max_cost=settings.query_max_cost,
        max_page_size=settings.query_max_page_size,
        max_answer_bytes=settings.query_max_answer_bytes,
        timeout_seconds=settings.query_timeout_seconds,
    )


OUTCOMES = {Outcome.EXECUTED: "ok", Outcome.PARTIAL: "errors", Outcome.UNAVAILABLE: "unavailable"}


def _measured(execute: Execute, metrics: Metrics, schema: str = "delivery") -> Execute:
    async def measured(request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        started = time.perf_counter()
        try:
            answer = await execute(request, context)
        except (TooManyRequests, Busy):
            metrics.observe_graphql(schema, "query", "refused", time.perf_counter() - started)
            raise
        kind = "mutation" if answer.is_mutation else "query"
        outcome = OUTCOMES.get(answer.outcome, "refused")
        metrics.observe_graphql(schema, kind, outcome, time.perf_counter() - started)
        return answer

    return measured


async def _start_page(request: Request) -> Response:
    return RedirectResponse(GRAPHQL, 302)


def _version() -> str:
    try:
        return version("cluster-cms")
    except PackageNotFoundError:
        return "checkout"
