"""Everything that can be set, read from environment variables that begin with CMS_. Nothing else reads any.

The text below each field is its documentation: `docs/settings.md` is made from it by `cms.kernel.settings_reference`.
"""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "CMS_"
OF_RUN_PY = ("CMS_SKIP_UI_BUILD", "CMS_BROWSER")
"""What `run.py` and the tests look at, before and beside this program."""
Port = Annotated[int, Field(ge=0, le=65_535)]
Count = Annotated[int, Field(ge=1)]
MAX_PROCESSES = 64
Seconds = Annotated[float, Field(gt=0, le=600)]


class SettingsError(Exception):
    """A variable has a value that cannot be used. The message is one line, names it and says what to do."""


def _server_address(value: str) -> str:
    """Scheme, host and port only, without a slash at the end."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise ValueError("write scheme, host and port only, like https://cms.example.org")
    return value.rstrip("/")


def _files_address(value: str) -> str:
    """An address under which paths follow, without a slash at the end."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("write scheme, host and perhaps a path, like https://files.example.org/public")
    return value.rstrip("/")


def _url_of(*schemes: str, example: str) -> AfterValidator:
    def check(value: SecretStr) -> SecretStr:
        parts = urlsplit(value.get_secret_value())
        if parts.scheme not in schemes or not parts.netloc:
            raise ValueError(f"write it like {example}")
        return value

    return AfterValidator(check)


def _long_enough(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < 32:
        raise ValueError("use at least 32 random characters, such as those that `openssl rand -hex 32` prints")
    return value


def _networks(value: str) -> str:
    """Networks as `ipaddress` reads them, with commas between."""
    for one in filter(None, (part.strip() for part in value.split(","))):
        try:
            ip_network(one)
        except ValueError:
            raise ValueError(f"{one[:50]} is no network; write networks like 10.1.0.0/16, fd12:3456::/48") from None
    return value


def _issuer(value: str) -> str:
    """As the provider writes itself; only on this machine may it do without TLS."""
    parts = urlsplit(value)
    is_here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_here)
    if not is_safe or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("write it as the provider does, beginning with https://")
    return value


def _scopes(value: str) -> str:
    if "openid" not in value.split():
        raise ValueError("openid must be among them")
    return value


def _mail_address(value: str) -> str:
    """Plain ASCII: what stands in mails' envelopes."""
    if not re.fullmatch(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,189}", value):
        raise ValueError("write an address such as cms@example.org")
    return value


def _packages(value: str) -> str:
    """Names of Python packages, with commas between."""
    for one in filter(None, (part.strip() for part in value.split(","))):
        if not all(part.isidentifier() for part in one.split(".")):
            raise ValueError(f"{one[:50]} is no package; write names like example_types, other_types")
    return value


ServerAddress = Annotated[str, AfterValidator(_server_address)]
FilesAddress = Annotated[str, AfterValidator(_files_address)]
MongodbUrl = Annotated[SecretStr, _url_of("mongodb", "mongodb+srv", example="mongodb://user:password@host:27017/")]
SmtpUrl = Annotated[SecretStr, _url_of("smtp", "smtps", example="smtp://user:password@mail.example.org:587")]
Issuer = Annotated[str, AfterValidator(_issuer)]
MailAddress = Annotated[str, AfterValidator(_mail_address)]
Networks = Annotated[str, AfterValidator(_networks)]
Packages = Annotated[str, AfterValidator(_packages)]
SecretKey = Annotated[SecretStr, AfterValidator(_long_enough)]


class Settings(BaseSettings):
    """Made by `load_settings`. Secrets are not shown when this is printed."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        frozen=True,
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    host: str = "127.0.0.1"
    """Address on which the CMS listens: `0.0.0.0` for every network of the machine."""
    port: Port = 8000
    """Port on which the CMS listens; 0 takes any free one."""
    public_url: ServerAddress | None = None
    """How browsers reach the CMS, where that is not the address it listens on: scheme, host and port."""
    trusted_proxies: Networks = ""
    """Networks of the proxies in front of the CMS, such as `10.1.0.7, fd12:3456::/48`: what they say of their clients
    is believed. Without it everybody who comes through a proxy counts as one client."""
    forwarded_header: Literal["x-forwarded-for", "forwarded"] = "x-forwarded-for"
    """The header in which all of these proxies name their clients, and which none of them hands on unchanged."""
    processes: Annotated[int, Field(ge=1, le=MAX_PROCESSES)] | None = None
    """Server processes that share the port, each with an event loop of its own. Without it as many as there are
    processor cores that the CMS may use. More than one are possible on Linux only."""
    max_connections: Annotated[int, Field(ge=50)] = 2_000
    """Connections that all processes of `cms serve` together keep open, fewer where the limit of open files
    (`ulimit -n`) is lower. Where all are busy, only `/healthz` and `/readyz` are answered to others."""
    max_connections_per_network: Annotated[int, Field(ge=10)] = 500
    """Of these, connections (behind a trusted proxy: requests under way) of one client: an IPv4 address, or a /64 of
    IPv6."""
    data_dir: Path = Path("data")
    """Directory in which the embedded engines keep documents, files, credentials and logs."""
    secret_key: SecretKey | None = None
    """Signs tokens and sessions; at least 32 random characters, the same in all processes.
    Required with `CMS_MONGODB_URL`; otherwise it is made and kept in the data directory."""

    mongodb_url: MongodbUrl | None = None
    """MongoDB to use, a replica set: `mongodb://user:password@host:27017/?replicaSet=name`.
    Without it the CMS starts a MongoDB of its own."""
    mongodb_database: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,38}$")] = "cms"
    """Name of the database: letters, digits, `_` and `-`."""
    mongodb_read_seconds: Seconds = 1.5
    """How long each operation of a request may wait for MongoDB before the answer is that the CMS is unavailable."""
    embedded_mongodb_port: Port = 0
    """Port of the embedded MongoDB; 0 takes the one it had last, or any free one."""

    s3_endpoint: ServerAddress | None = None
    """S3 server to use, such as MinIO: scheme, host and port. Without it the CMS starts one of its own."""
    s3_access_key: str | None = None
    """Access key of that server. Required with `CMS_S3_ENDPOINT`."""
    s3_secret_key: SecretStr | None = None
    """Secret key of that server. Required with `CMS_S3_ENDPOINT`."""
    s3_bucket: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")] = "cms"
    """Bucket for all files; it is made when it is not there. Only with `CMS_S3_ENDPOINT`."""
    s3_region: str = "us-east-1"
    """Region of the bucket."""
    s3_public_url: ServerAddress | None = None
    """How browsers reach the S3 server, where that differs from `CMS_S3_ENDPOINT`."""
    embedded_s3_port: Port = 0
    """Port of the embedded S3 server; 0 takes the one it had last, or any free one."""
    file_delivery: Literal["auto", "redirect", "stream"] = "auto"
    """How visitors get files: `redirect` sends them to the S3 server, `stream` passes the bytes through the CMS,
    `auto` redirects where browsers can reach the S3 server."""

    files_url: FilesAddress | None = None
    """What stands before the copies of public files, such as `https://files.example.org` (a CDN or a public bucket);
    below it are the keys of the bucket that begin with `public/`, without that. Without it nothing is copied, and the
    CMS gives public files out itself, below `/public/` of its own address."""

    file_upload: Literal["auto", "direct", "stream"] = "auto"
    """How files get in: `direct` lets clients put them straight to the S3 server, which must then let pages of the
    CMS do so (CORS); `stream` passes the bytes through the CMS; `auto` is `direct` where `CMS_S3_PUBLIC_URL` is set."""

    import_max_bytes: Count = 20_000_000_000
    """What an archive of a site may unpack to when it is imported."""

    smtp_url: SmtpUrl | None = None
    """Mail server: `smtp://user:password@host:587` (STARTTLS when offered) or `smtps://…:465`.
    Without it mails are kept, and administrators see them."""
    smtp_timeout_seconds: Annotated[float, Field(gt=0, le=120)] = 30.0
    """How long the mail server may take for each step of a delivery."""
    mail_sender: MailAddress | None = None
    """Sender of mails that are sent in the name of no site, and of sites without a sender address of their own.
    Without it they come from `cms@` and the host of `CMS_PUBLIC_URL`."""

    recycle_bin_days: Annotated[int, Field(ge=1, le=36_500)] = 90
    """How long a deleted item lies in the recycle bin, from where it is brought back, before it is gone for good."""
    application_retention_months: Annotated[int, Field(ge=1, le=240)] = 24
    """How long after the decision applications that were rejected or withdrawn are kept, and drafts that nobody goes on
    with; then everything personal in them is erased. A question may say that its answers go earlier."""
    worker_lease_seconds: Annotated[float, Field(ge=0.5, le=600)] = 60.0
    """How long a worker that died keeps the events it had; one that lives renews its hold. All goes by the time
    of the database, so clocks of machines may differ."""
    webhook_timeout_seconds: Annotated[float, Field(gt=0, le=60)] = 15.0
    """How long a receiver of webhooks may take to answer."""
    webhook_allowed_networks: Networks = ""
    """Networks of your own that webhooks may reach, such as `10.1.0.0/16, fd12:3456::/48`. All other private,
    loopback and link-local addresses are refused."""

    oidc_issuer: Issuer | None = None
    """Provider of OpenID Connect with which people may sign in, such as `https://id.example.org/realms/staff`."""
    oidc_client_id: str | None = None
    """What the provider calls this CMS. Required with `CMS_OIDC_ISSUER`."""
    oidc_client_secret: SecretStr | None = None
    """The secret that the provider gave out with it. Required with `CMS_OIDC_ISSUER`."""
    oidc_scopes: Annotated[str, AfterValidator(_scopes)] = "openid email profile"
    """What the provider is asked for, with spaces between."""
    oidc_label: Annotated[str, Field(min_length=1, max_length=80)] = "Single sign-on"
    """What people read on the button."""
    oidc_creates_accounts: bool = False
    """Whether people whom the CMS does not know get an account, without any role, at their first sign-in. Otherwise
    somebody must have given them one, with the e-mail that the provider has verified."""

    content_types: Packages = ""
    """Python packages with content types of your own, such as `example_types`: each module of theirs is imported
    before the APIs are made. All processes need the same ones, and keep them as long as there are items of theirs."""

    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least important messages that are logged."""
    log_format: Literal["console", "json"] = "console"
    """`console` for people, `json` (one object per line) for log collectors."""

    metrics_token: SecretKey | None = None
    """What Prometheus sends to `/metrics` as `Authorization: Bearer …`; at least 32 random characters. Without it the
    figures are closed."""

    query_max_depth: Count = 15
    """Nested fields of a GraphQL operation."""
    query_max_tokens: Count = 3_000
    """Tokens of a GraphQL document."""
    query_max_aliases: Count = 100
    """Aliases of a GraphQL operation, those in fragments counted as often as they are used."""
    query_max_cost: Count = 10_000
    """Fields that the answer to a GraphQL operation could have if every page were full."""
    query_max_page_size: Count = 100
    """Items on one page of a list."""
    query_max_answer_bytes: Count = 5_000_000
    """Size of the answer to one GraphQL operation; one that would be larger is refused."""
    query_cost_per_minute: Annotated[int, Field(ge=0)] = 5_000_000
    """Fields, counted as for `CMS_QUERY_MAX_COST`, that queries of one network may ask the delivery API for within a
    minute, in all processes of `cms serve`. A query counts as 1,000 at least, one that is answered from memory as none.
    Beyond it is 429 with `Retry-After`. 0 is no limit."""
    query_timeout_seconds: Seconds = 10.0
    """Time for one GraphQL operation."""
    query_max_body_bytes: Count = 262_144
    """Size of the body of a GraphQL request."""
    response_cache_bytes: Annotated[int, Field(ge=0)] = 64_000_000
    """Memory of each process for answers of the delivery API, which are kept until what they show changes; 0 keeps
    none."""
    entity_cache_bytes: Annotated[int, Field(ge=0)] = 64_000_000
    """Memory of each process for items, menus and vocabularies that visitors read, which are kept until they change; 0
    keeps none."""

    @model_validator(mode="after")
    def _complete(self) -> "Settings":
        if self.mongodb_url is not None and self.secret_key is None:
            raise ValueError(
                "CMS_SECRET_KEY is missing: with CMS_MONGODB_URL it must be set to at least 32 random characters, "
                "the same in all processes; `openssl rand -hex 32` prints some"
            )
        self._require_together(_S3_TOGETHER, "none for the embedded S3 server")
        self._require_together(_OIDC_TOGETHER, "none to do without")
        return self

    def _require_together(self, names: tuple[str, ...], otherwise: str) -> None:
        given = {f"{PREFIX}{name.upper()}": getattr(self, name) is not None for name in names}
        if any(given.values()) and not all(given.values()):
            missing = " and ".join(name for name, is_given in given.items() if not is_given)
            raise ValueError(f"{missing} is missing: set all of {', '.join(given)}, or {otherwise}")


_S3_TOGETHER = ("s3_endpoint", "s3_access_key", "s3_secret_key")
_OIDC_TOGETHER = ("oidc_issuer", "oidc_client_id", "oidc_client_secret")


def load_settings(**given: Any) -> Settings:
    """The environment's settings; what is `given` (None counts as not given) comes first. Raises `SettingsError`."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise SettingsError("; ".join(_problem(each["loc"], each["msg"]) for each in error.errors())) from None


def content_type_packages() -> list[str]:
    """The packages of `CMS_CONTENT_TYPES`, which are needed before all other settings. Raises `SettingsError`."""
    try:
        given = _packages(os.environ.get(f"{PREFIX}CONTENT_TYPES", ""))
    except ValueError as error:
        raise SettingsError(_problem(("content_types",), str(error))) from None
    return [name for part in given.split(",") if (name := part.strip())]


def _problem(location: tuple[int | str, ...], message: str) -> str:
    message = message.removeprefix("Value error, ")
    if not location:
        return message
    name = str(location[0])
    purpose = (Settings.model_fields[name].description or "").partition("\n")[0].rstrip(".")
    return f"{PREFIX}{name.upper()} cannot be used: {message[:1].lower()}{message[1:]} ({purpose})"


def base_url(settings: Settings, port: int | None = None) -> str:
    """How browsers reach the CMS, without a slash at the end. `port`: the one that was taken."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return settings.public_url or f"http://{host}:{settings.port if port is None else port}"


def unknown_variables(environment: Mapping[str, str] = os.environ) -> dict[str, str | None]:
    """Variables that begin with CMS_ and set nothing, each with the name that was perhaps meant."""
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    unknown = sorted(name for name in environment if name.startswith(PREFIX) and name not in (*known, *OF_RUN_PY))
    return {name: next(iter(get_close_matches(name, known, 1)), None) for name in unknown}
