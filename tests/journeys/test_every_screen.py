"""Every screen of the admin interface at every width, light and dark: axe finds nothing, nothing is cut off sideways.

A route without parameters is looked at by itself; one with parameters needs an example in `EXAMPLES`.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, TimeoutError, expect

from tests.journeys.cms_process import ROOT, CmsProcess
from tests.journeys.test_management_editor_script import Script

ADMINISTRATOR = "admin@example.org"
NARROWER = [(1024, 768), (390, 844)]
TYPES = (
    *("ApplicationForm", "CallForHosts", "Edition", "Menu", "NewsItem", "Organisation", "Page", "Person"),
    *("PresentationFile", "Series", "Site", "Vocabulary"),
)
SETTLED = "() => !document.querySelector('[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root')"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
IS_DARK = """() => document.documentElement.dataset.mantineColorScheme === 'dark' && !document.getAnimations().length"""
CONTRAST: dict[str, object] = {"runOnly": ["color-contrast"]}


def lists(_: Script) -> list[str]:
    return [f"/content/{type}" for type in TYPES]


def forms(script: Script) -> list[str]:
    return [f"/content/{type}/{script.first(type, '')}" for type in (*TYPES, "FileAsset")]


def first_person(script: Script) -> list[str]:
    return [f"/people/{script.ask('{ people(first: 1) { nodes { id } } }')['people']['nodes'][0]['id']}"]


def applications(script: Script) -> list[str]:
    """Each of the demo's, and two of them side by side."""
    found = [one["id"] for one in script.ask("{ applications(first: 10) { nodes { id } } }")["applications"]["nodes"]]
    return [*(f"/applications/{id}" for id in found[:3]), f"/applications/compare?one={found[0]}&other={found[1]}"]


def one_release(script: Script) -> list[str]:
    """One with an item in it."""
    make = "mutation ($i: CreateReleaseInput!) { createRelease(input: $i) { release { id } } }"
    add = "mutation ($i: AddToReleaseInput!) { addToRelease(input: $i) { release { id } } }"
    id = script.ask(make, i={"site": "eccp", "name": "Looked at"})["createRelease"]["release"]["id"]
    entry = {"id": script.first("NewsItem", ""), "locales": ["en"]}
    script.ask(add, i={"id": id, "entries": [entry]})
    return [f"/releases/{id}"]


def one_webhook(script: Script) -> list[str]:
    """One that is told nothing here, as nothing is changed."""
    make = "mutation ($i: CreateWebhookInput!) { createWebhook(input: $i) { created { webhook { id } } } }"
    hook = {"site": "eccp", "url": "https://hooks.example.org/cms", "events": ["item.published"]}
    return [f"/webhooks/{script.ask(make, i=hook)['createWebhook']['created']['webhook']['id']}"]


EXAMPLES: dict[str, Callable[[Script], list[str]]] = {
    "applications/:id": applications,
    "applications/compare": lambda script: applications(script)[-1:],
    "content/:type": lists,
    "content/:type/:id": forms,
    "people/:id": first_person,
    "releases/:id": one_release,
    "webhooks/:id": one_webhook,
}


def routes() -> list[str]:
    """The addresses of `admin_ui/src/app/routes.tsx`, without what may be left out of them."""
    source = (ROOT / "admin_ui" / "src" / "app" / "routes.tsx").read_text("utf-8")
    found = re.findall(r"path: '([^'*]+)'", source)
    return ["", *(re.sub(r"/:\w+\?", "", path) for path in found)]


def addresses(route: str, script: Script) -> list[str]:
    if route in EXAMPLES:
        return EXAMPLES[route](script)
    assert ":" not in route, f"Say in EXAMPLES which addresses of {route} are looked at."
    return [f"/{route}"]


@pytest.fixture(scope="module")
def cms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CmsProcess]:
    """One of its own, because some examples are made."""
    process = CmsProcess(tmp_path_factory.mktemp("screens") / "data", "--demo")
    yield process
    assert process.stop() == 0, process.said


@pytest.fixture(scope="module")
def administrator(cms: CmsProcess) -> Iterator[Script]:
    script = Script(cms, ADMINISTRATOR)
    yield script
    script.http.close()


@pytest.fixture(scope="module")
async def page(cms: CmsProcess, administrator: Script, browser: Browser) -> AsyncIterator[Page]:
    """One for all screens, without the tracing of journeys: most of the time would go there."""
    context = await browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(30_000)
    session = [{"name": one.name, "value": one.value or "", "url": cms.url} for one in administrator.http.cookies.jar]
    await context.add_cookies(session)  # pyright: ignore[reportArgumentType]
    yield await context.new_page()
    await context.close()


@pytest.mark.parametrize("route", routes())
async def test_screen_is_accessible_and_fits(cms: CmsProcess, administrator: Script, page: Page, route: str) -> None:
    found: list[str] = []
    for place, address in enumerate(addresses(route, administrator)):
        await page.emulate_media(color_scheme="light")
        await page.set_viewport_size({"width": 1440, "height": 900})
        await page.goto(f"{cms.url}/admin{address}")
        await expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
        found += [f"{address} {fault}" for fault in await faults(page, thoroughly=place == 0)]
    assert found == [], "\n".join(found)


async def faults(page: Page, *, thoroughly: bool) -> list[str]:
    """What is wrong with the screen; `thoroughly` at each width. Dark has other colours and nothing else."""
    await page.wait_for_function(SETTLED)
    found = await violations(page, "at 1440")
    for width, height in NARROWER:
        await page.set_viewport_size({"width": width, "height": height})
        found += await cut_off(page, f"at {width}")
        found += await violations(page, f"at {width}") if thoroughly else []
    await page.emulate_media(color_scheme="dark")
    await page.wait_for_function(IS_DARK)
    return found + await violations(page, "dark", CONTRAST)


async def cut_off(page: Page, where: str) -> list[str]:
    try:
        await page.wait_for_function(f"() => ({OVERFLOW})() <= 0", timeout=3000)
    except TimeoutError:
        return [f"{where}: {await page.evaluate(OVERFLOW)} px are cut off"]
    return []


async def violations(page: Page, where: str, options: dict[str, object] | None = None) -> list[str]:
    answer = await Axe().run(page, options={"resultTypes": ["violations"], **(options or {})})
    return [
        f"{where}: {one['id']}: {node['html'][:160]} {node['failureSummary'][:240]}"
        for one in answer.response["violations"]
        for node in one["nodes"]
    ]
