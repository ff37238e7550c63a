"""Nobody can make the response cache give one visitor what belongs to another request.

Each attack asks the door that keeps answers, before and after its victim; both have to get what the door without a
cache gives them, every time.
"""

import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import orjson
import pytest

from cms.access.actor import SYSTEM
from cms.accounts.people import create_account
from cms.app import build_app
from cms.http.cache.fast_lane import FastLane
from cms.http.connection import ConnectionLimits, connections
from cms.items.actions import create_item, publish_item
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.services import Services
from cms.kernel.settings import Settings, load_settings
from cms.kernel.vault import Vault
from cms.opening import listings
from storage.embedded import S3Address
from storage.indexes import apply_indexes
from storage.live_changes import EVERYTHING
from storage.mongo import Mongo
from storage.repository import Repository
from tests.cms.http.cache.doors import JSON, Asked, Door, Got, by_get, by_post
from tests.cms.http.served import served
from tests.killable_s3 import store_of
from tests.services import CZECH_SITE, EUROPEAN_SITE, Clock

NAME = '{ site(key: "eccp") { name } }'
KEYED = "query ($k: String!) { site(key: $k) { name key } }"
EITHER = 'query ($yes: Boolean!) { site(key: "eccp") { name @include(if: $yes) key @skip(if: $yes) } }'
TWO = 'query A { site(key: "eccp") { name } } query B { site(key: "nca") { name } }'
DEFAULT = 'query ($l: Locale = "cs") { site(key: "nca", locale: $l) { name } }'
PREVIEWED = 'query ($p: String) { site(key: "eccp", preview: $p) { news { nodes { title } } } }'
MANY = NAME + " " * 1_500
ECCP, NCA = '{"k":"eccp"}', '{"k":"nca"}'
PASSWORD = "correct horse battery"
EVIL = "evil.example"
OTHER_HASH = sha256(b"{ __typename }").hexdigest()
NAME_HASH = sha256(NAME.encode()).hexdigest()


class AllHeard:
    """All changes are made in this process, which tells the cache of them itself."""

    lag_seconds = 0.0

    def is_current(self) -> bool:
        return True


@dataclass
class Doors:
    kept: Door
    fresh: Door
    cache: Any

    @property
    def held(self) -> int:
        """How many answers."""
        return len(self.cache.entries)

    @property
    def hits(self) -> int:
        return self.cache.figures.hits

    def forget(self) -> None:
        self.cache.changed(frozenset({EVERYTHING}))
        self.cache.figures.hits = 0

    async def right(self, asked: Asked) -> Got:
        """What the cache answers, which is what there is without it."""
        got, expected = await self.kept.ask(asked), await self.fresh.ask(asked)
        assert got.content() == expected.content()
        return got


@pytest.fixture(scope="module")
async def content(
    new_database: Callable[[], str], new_bucket: Callable[[], Awaitable[S3Address]], unset: Settings
) -> AsyncIterator[Services]:
    """Two sites, for all tests of this module: none of them changes what others read."""
    address, _question, options = new_database().partition("?")
    server, _slash, database = address.rpartition("/")
    mongo, store = await Mongo(f"{server}/?{options}", database).open(), store_of(await new_bucket())
    await apply_indexes(mongo, listings())
    services = Services(Repository(mongo), store, Clock(), Vault("s" * 32), "http://cms.test", unset)
    for site in (EUROPEAN_SITE, CZECH_SITE):
        made = await create_item(services, SYSTEM, type="Site", site=site["key"], data=site)
        await publish_item(services, SYSTEM, made.id, site["locales"])
    yield services
    store.close()
    mongo.close()


@pytest.fixture(scope="module")
async def both(content: Services) -> AsyncIterator[Doors]:
    settings = load_settings()
    keeping = build_app(settings, content, secret_key="s" * 32, changes=AllHeard())
    assert isinstance(keeping, FastLane)
    anew = build_app(settings, content, secret_key="s" * 32)
    http = connections(ConnectionLimits())
    async with served(keeping, http) as kept, served(anew, http) as fresh:
        yield Doors(Door(kept), Door(fresh), keeping._cache)


@pytest.fixture
def doors(both: Doors) -> Doors:
    """With nothing kept yet."""
    both.forget()
    return both


def news(title: str) -> dict[str, Any]:
    return {"title": {"en": title}, "kind": "news", "lead": {"en": "Lead"}, "tags": ["x"], "published_at": "2024-01-01"}


def with_hash(document_hash: str) -> str:
    return orjson.dumps({"persistedQuery": {"version": 1, "sha256Hash": document_hash}}).decode()


VICTIM = by_get(NAME)
PRETENDED = (
    "X-Forwarded-Host",
    "X-Forwarded-Server",
    "X-Host",
    "X-Original-URL",
    "X-Rewrite-URL",
    "X-Forwarded-Prefix",
)
ATTACKS: dict[str, tuple[Asked, Asked]] = {
    "a foreign host": (replace(VICTIM, host=EVIL), VICTIM),
    "a foreign port": (replace(VICTIM, host="cms.test:1"), VICTIM),
    "the address in full, of another host": (replace(VICTIM, target=f"http://{EVIL}{VICTIM.target}"), VICTIM),
    "hosts and addresses as proxies tell them": (by_get(NAME, *((name, EVIL) for name in PRETENDED)), VICTIM),
    "another scheme and port": (by_get(NAME, ("X-Forwarded-Proto", "gopher"), ("X-Forwarded-Port", "1")), VICTIM),
    "the word of a proxy that is none": (by_get(NAME, ("Forwarded", f"host={EVIL};proto=gopher")), VICTIM),
    "another method": (by_get(NAME, ("X-HTTP-Method-Override", "DELETE"), ("X-HTTP-Method", "POST")), VICTIM),
    "another address": (by_get(NAME, ("X-Original-URL", "/admin/"), ("X-Rewrite-URL", "/admin/")), VICTIM),
    "two hosts": (by_get(NAME, ("Host", EVIL)), VICTIM),
    "two media types in two headers": (
        by_get(NAME, ("Accept", "text/html"), ("Accept", "application/graphql-response+json")),
        VICTIM,
    ),
    "a media type that we have not": (by_get(NAME, ("Accept", "text/html")), VICTIM),
    "the newer media type": (by_get(NAME, ("Accept", "application/graphql-response+json")), VICTIM),
    "a fragment": (replace(VICTIM, target=f"{VICTIM.target}#&variables={ECCP}"), VICTIM),
    "a parameter twice": (replace(VICTIM, target=f"{VICTIM.target}&query=%7B__typename%7D"), VICTIM),
    "a parameter twice, the victim's last": (
        Asked("/graphql?query=%7B__typename%7D&query=" + VICTIM.target[15:]),
        VICTIM,
    ),
    "a parameter twice, written in another way": (
        replace(VICTIM, target=f"{VICTIM.target}&qu%65ry=%7B__typename%7D"),
        VICTIM,
    ),
    "parameters in another order": (
        Asked(f"/graphql?variables=%7B%22k%22%3A%22nca%22%7D&query={by_get(KEYED).target[15:]}"),
        by_get(KEYED, variables=ECCP),
    ),
    "a semicolon between parameters": (replace(VICTIM, target=f"{VICTIM.target};variables=%7B%7D"), VICTIM),
    "parameters that are not ours": (replace(VICTIM, target=f"{VICTIM.target}&utm_content=x&callback=alert"), VICTIM),
    "an address that is not UTF-8": (replace(VICTIM, target=f"{VICTIM.target}%ff"), VICTIM),
    "a plus for a space": (replace(VICTIM, target=VICTIM.target.replace("%20", "+")), VICTIM),
    "letters in another normal form": (
        by_get(KEYED, variables=orjson.dumps({"k": unicodedata.normalize("NFD", "ščř")}).decode()),
        by_get(KEYED, variables=orjson.dumps({"k": unicodedata.normalize("NFC", "ščř")}).decode()),
    ),
    "letters that look alike": (by_get(KEYED, variables='{"k":"\u0435ccp"}'), by_get(KEYED, variables=ECCP)),
    "a null character": (by_get(KEYED, variables='{"k":"eccp\\u0000"}'), by_get(KEYED, variables=ECCP)),
    "another letter case": (by_get(KEYED, variables='{"k":"ECCP"}'), by_get(KEYED, variables=ECCP)),
    "no content type": (replace(by_post(NAME), lines=()), by_post(NAME)),
    "a content type that is a method": (
        Asked("/graphql", (("Content-Type", "GET"),), by_get(MANY).target[9:].encode(), "POST"),
        by_get(MANY),
    ),
    "a form's content type": (replace(by_post(NAME), lines=(("Content-Type", "text/plain"),)), by_post(NAME)),
    "another charset": (
        replace(by_post(NAME), lines=(("Content-Type", "application/json; charset=utf-16"),)),
        by_post(NAME),
    ),
    "two content types": (by_post(NAME, ("Content-Type", "text/plain")), by_post(NAME)),
    "a body that says it is compressed": (by_post(NAME, ("Content-Encoding", "gzip")), by_post(NAME)),
    "a body to GET": (replace(VICTIM, body=orjson.dumps({"query": "{ __typename }"}), lines=JSON), VICTIM),
    "a query in the address of POST": (replace(by_post(KEYED, variables={"k": "nca"}), target=VICTIM.target), VICTIM),
    "an alias": (by_get('{ name: site(key: "nca") { name } }'), by_get('{ site: site(key: "nca") { name } }')),
    "an alias inside": (by_get('{ site(key: "eccp") { key: name } }'), by_get('{ site(key: "eccp") { name: key } }')),
    "a field that is left out": (by_get(EITHER, variables='{"yes":false}'), by_get(EITHER, variables='{"yes":true}')),
    "a directive in the text": (by_get('{ site(key: "eccp") { name @skip(if: true) key } }'), VICTIM),
    "another operation of the document": (by_get(TWO, operationName="B"), by_get(TWO, operationName="A")),
    "no operation of the document": (by_get(TWO), by_get(TWO, operationName="A")),
    "an operation that is not there": (by_get(TWO, operationName="C"), by_get(TWO, operationName="A")),
    "another variable": (by_get(KEYED, variables=NCA), by_get(KEYED, variables=ECCP)),
    "variables as a text": (by_post(KEYED, variables=ECCP), by_post(KEYED, variables={"k": "eccp"})),
    "null for a default": (by_get(DEFAULT, variables='{"l":null}'), by_get(DEFAULT)),
    "a variable twice": (by_get(KEYED, variables='{"k":"nca","k":"eccp"}'), by_get(KEYED, variables='{"k":"nca"}')),
    "variables that nobody declared": (
        by_get(KEYED, variables='{"k":"nca","l":"eccp"}'),
        by_get(KEYED, variables=ECCP),
    ),
    "a number for a text": (by_get(KEYED, variables='{"k":1}'), by_get(KEYED, variables='{"k":"1"}')),
    "a member twice": (
        Asked("/graphql", JSON, b'{"query":"{ __typename }","query":' + orjson.dumps(NAME) + b"}", "POST"),
        by_post("{ __typename }"),
    ),
    "an extension": (by_get(NAME, extensions='{"cacheTags":true}'), VICTIM),
    "an extension that nobody knows": (by_get(NAME, extensions='{"cacheTags":{"x":1}}'), VICTIM),
    "the hash of another text": (by_get(NAME, extensions=with_hash(OTHER_HASH)), VICTIM),
    "another text under the hash": (
        by_get("{ __typename }", extensions=with_hash(NAME_HASH)),
        by_get(NAME, extensions=with_hash(NAME_HASH)),
    ),
    "a hash in capitals": (by_get(NAME, extensions=with_hash(NAME_HASH.upper())), VICTIM),
    "a protocol of hashes that we have not": (
        by_get(NAME, extensions='{"persistedQuery":{"version":2,"sha256Hash":"' + NAME_HASH + '"}}'),
        VICTIM,
    ),
    "HEAD": (replace(VICTIM, method="HEAD"), VICTIM),
    "OPTIONS": (replace(VICTIM, method="OPTIONS", lines=(("Origin", f"https://{EVIL}"),)), VICTIM),
    "a method that there is not": (replace(VICTIM, method="PURGE"), VICTIM),
    "a range": (by_get(NAME, ("Range", "bytes=0-3")), VICTIM),
    "a range of what one has": (by_get(NAME, ("Range", "bytes=0-3"), ("If-Range", '"x"')), VICTIM),
    "a condition": (by_get(NAME, ("If-None-Match", "*")), VICTIM),
    "a condition that fails": (by_get(NAME, ("If-Match", '"x"')), VICTIM),
    "a coding": (by_get(NAME, ("Accept-Encoding", "br, identity;q=0")), VICTIM),
    "all codings refused": (by_get(NAME, ("Accept-Encoding", "*;q=0")), VICTIM),
    "codings without end": (by_get(NAME, ("Accept-Encoding", "br;q=0.1," * 5_000 + "gzip")), VICTIM),
    "codings and spaces": (by_get(NAME, ("Accept-Encoding", "  gzip \t;  q=1.000  ,")), VICTIM),
    "a page of another origin": (by_get(NAME, ("Origin", f"https://{EVIL}")), VICTIM),
    "HTTP/1.0": (replace(VICTIM, version="1.0"), VICTIM),
    "a client that wants none of a cache": (
        by_get(NAME, ("Cache-Control", "no-cache, no-store"), ("Pragma", "no-cache")),
        VICTIM,
    ),
    "a client that wants a cache alone": (by_get(NAME, ("Cache-Control", "only-if-cached")), VICTIM),
    "spaces behind": (
        replace(VICTIM, target=f"{VICTIM.target}%20%0A", lines=(("Accept", "application/json  "),)),
        VICTIM,
    ),
    "a slash behind": (replace(VICTIM, target=VICTIM.target.replace("/graphql?", "/graphql/?")), VICTIM),
    "a path that goes up": (replace(VICTIM, target=VICTIM.target.replace("/graphql?", "/x/../graphql?")), VICTIM),
    "a path in capitals": (replace(VICTIM, target=VICTIM.target.replace("/graphql?", "/GraphQL?")), VICTIM),
    "an encoded path": (replace(VICTIM, target=VICTIM.target.replace("/graphql?", "/graph%71l?")), VICTIM),
    "the editors' address": (replace(VICTIM, target="/management" + VICTIM.target), VICTIM),
    "a language": (
        by_get('{ site(key: "nca", locale: "en") { name } }', ("Accept-Language", "en")),
        by_get('{ site(key: "nca", locale: "cs") { name } }', ("Accept-Language", "en")),
    ),
    "a language that the header asks for": (
        by_get('{ site(key: "nca") { name } }', ("Accept-Language", "en")),
        by_get('{ site(key: "nca") { name } }'),
    ),
    "a mutation by GET": (by_get("mutation { signOut { ok } }"), VICTIM),
    "a token": (by_get(NAME, ("Authorization", "Bearer abc")), VICTIM),
    "a password of a proxy": (by_get(NAME, ("Authorization", "Basic YTpi")), VICTIM),
    "a cookie": (by_get(NAME, ("Cookie", "session=abc; locale=cs; __Host-session=x")), VICTIM),
    "a preview that is none": (by_get(NAME, ("Preview-Token", "let me in")), VICTIM),
    "a wrong preview in the query": (by_get(PREVIEWED, variables='{"p":"let me in"}'), by_get(PREVIEWED)),
    "an error": (by_get('{ site(key: "eccp") { nothing } }'), VICTIM),
    "a site that there is not": (by_get(KEYED, variables='{"k":"gone"}'), by_get(KEYED, variables=ECCP)),
}


@pytest.mark.parametrize("attack", ATTACKS)
async def test_what_one_request_asks_is_never_answered_to_another(doors: Doors, attack: str) -> None:
    for asked in (ATTACKS[attack], ATTACKS[attack][::-1]):
        for one in asked * 2:
            await doors.right(one)
        doors.forget()


async def test_what_is_asked_twice_is_kept_and_shared_by_all_who_may_have_it(doors: Doors) -> None:
    """Without which none of the attacks would show anything."""
    same = [
        VICTIM,
        by_get(NAME, method="HEAD"),
        by_get(NAME, ("Accept-Encoding", "br")),
        by_get(NAME, ("Cookie", "session=abc")),
        by_get(NAME, ("Cache-Control", "no-cache")),
        by_get(NAME, ("X-Forwarded-Host", EVIL)),
        replace(VICTIM, host=EVIL),
        replace(VICTIM, version="1.0"),
        by_get(NAME, variables="{}"),
        by_get(NAME, extensions=with_hash(NAME_HASH)),
        by_post(NAME),
        by_post(NAME, variables=None),
    ]

    for asked in same:
        await doors.right(asked)

    assert (doors.held, doors.hits) == (1, len(same) - 1)


@pytest.mark.parametrize(
    "header", [("Authorization", "Bearer abc"), ("Authorization", "Basic YTpi"), ("Preview-Token", "x")]
)
async def test_an_answer_to_somebody_in_particular_is_not_kept(doors: Doors, header: tuple[str, str]) -> None:
    for asked in (by_get(NAME, header), by_post(NAME, header)):
        got = await doors.right(asked)
        assert got.headers["cache-control"] == "private, no-store"

    assert (doors.held, doors.hits) == (0, 0)


@pytest.mark.parametrize(
    "query",
    [
        "{ site",
        "{ nothing }",
        '{ site(key: "gone") { name } }',
        '{ a: site(key: "eccp") { name } b: site(key: "eccp", preview: "let me in") { name } }',
        "{ " + " ".join(f"a{number}: __typename" for number in range(500)) + " }",
        "{ viewer { email } }",
        '{ site(key: "eccp") { name } viewer { email } }',
        "mutation { signOut { ok } }",
    ],
)
@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
async def test_errors_partial_data_and_what_depends_on_who_asks_are_not_kept(
    doors: Doors, query: str, accept: str
) -> None:
    for asked in (by_get(query, ("Accept", accept)), by_post(query, ("Accept", accept))):
        for _ in range(2):
            got = await doors.right(asked)
            assert got.headers["cache-control"] == "no-store"

    assert (doors.held, doors.hits) == (0, 0)


async def test_a_preview_is_shown_to_who_has_its_token_and_kept_by_nobody(doors: Doors, content: Services) -> None:
    terms = [{"slug": "x", "label": {"en": "x"}}]
    tags = {"key": "tags", "title": {"en": "Tags"}, "terms": terms}
    made = await create_item(content, SYSTEM, type="Vocabulary", site="eccp", data=tags)
    await publish_item(content, SYSTEM, made.id, ["en"])
    made = await create_item(content, SYSTEM, type="NewsItem", site="eccp", data=news("Public"), slugs={"en": "public"})
    await publish_item(content, SYSTEM, made.id, ["en"])
    await create_item(content, SYSTEM, type="NewsItem", site="eccp", data=news("Secret"), slugs={"en": "secret"})
    token = PreviewTokens.of(content).token(await create_preview(content, SYSTEM, "eccp"))
    by_argument = by_get(PREVIEWED, variables=orjson.dumps({"p": token}).decode())

    for asked in (by_argument, by_get(PREVIEWED), by_argument, by_get(PREVIEWED), by_post(PREVIEWED)):
        got = await doors.right(asked)
        assert (b"Secret" in got.body) is (asked == by_argument)
        assert got.headers["cache-control"].startswith("no-store" if asked == by_argument else "public")

    assert doors.held == 1
    await doors.right(by_get(PREVIEWED, ("Preview-Token", token)))
    assert b"Secret" not in (await doors.right(by_get(PREVIEWED))).body


async def test_an_editor_with_a_session_sees_what_visitors_see_and_leaves_nothing_behind(
    doors: Doors, content: Services, quick_hashes: None
) -> None:
    await create_account(content, email="ed@example.org", name="Ed", password=PASSWORD, roles={"eccp": ["editor"]})
    body = orjson.dumps({"email": "ed@example.org", "password": PASSWORD})
    signed_in = await doors.kept.ask(Asked("/session", JSON, body, "POST"))
    cookie = signed_in.headers["set-cookie"].partition(";")[0]
    management = Asked("/management/graphql?query=%7B__typename%7D", (("Cookie", cookie),))

    for _ in range(2):
        assert (await doors.kept.ask(management)).headers["cache-control"] == "no-store"
        got = await doors.right(by_get(NAME, ("Cookie", cookie)))
        assert "set-cookie" not in got.headers
        await doors.right(VICTIM)

    assert doors.held == 1
    assert (await doors.kept.ask(replace(management, lines=()))).status == 401


async def test_what_a_hit_must_not_read_is_not_read(doors: Doors) -> None:
    """A body in chunks, in pieces, or longer than it says."""
    whole = by_post(NAME)
    chunks = replace(whole, lines=(*whole.lines, ("Transfer-Encoding", "chunked")), body=b"")
    in_chunks = chunks.as_bytes() + b"%x\r\n%b\r\n0\r\n\r\n" % (len(whole.body), whole.body)

    await doors.right(whole)
    assert (await doors.kept.send(in_chunks)).content() == (await doors.right(whole)).content()
