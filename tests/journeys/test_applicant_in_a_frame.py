"""The call in a frame of a regional site: the link is asked for there, and the form opens in a tab of its own."""

from collections.abc import Callable

from playwright.async_api import expect
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.browser import OpenPage
from tests.cms.http.served import served
from tests.journeys.calls_site import CallsSite


def regional_page(url: str) -> ASGIApp:
    """An app with one page that frames the call."""
    html = f'<!doctype html><html lang="en"><title>Regional site</title><iframe src="{url}" title="Call"></iframe>'

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            head = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]}
            await send(head)
            await send({"type": "http.response.body", "body": html.encode()})

    return app


async def test_a_site_among_the_allowed_origins_frames_the_call_and_others_cannot(
    calls_site: CallsSite, open_page: OpenPage, expect_faults: Callable[..., None]
) -> None:
    expect_faults("frame-ancestors", "favicon")
    async with served(regional_page(calls_site.url)) as origin:
        stranger = await open_page(origin)
        await expect(stranger.frame_locator("iframe").get_by_label("Your e-mail address")).to_have_count(0)

        await calls_site.allow(origin)
        page = await open_page(origin)
        frame = page.frame_locator("iframe")
        await expect(frame.get_by_role("link", name="Open this page in a tab of its own")).to_be_visible()
        await frame.get_by_label("Your e-mail address").fill("jana@klastr.example")
        await frame.get_by_role("button", name="Send me the link").click()
        await expect(frame.get_by_role("heading", level=1)).to_have_text("Check your e-mail", timeout=60_000)

        assert "?token=" in await calls_site.link_to("jana@klastr.example")
        assert await page.context.cookies() == []
