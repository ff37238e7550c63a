"""The line between a browser and the CMS: slow, cut, back again."""

import math

from playwright.async_api import CDPSession, Page


class Line:
    """Of one page, as the browser itself slows it down or cuts it; requests that are under way break too."""

    def __init__(self, session: CDPSession) -> None:
        self._session = session

    async def slow(self, *, seconds: float = 0, upload: float = math.inf) -> None:
        """Answers begin `seconds` later; `upload` is in bytes per second."""
        await self._set(False, seconds, upload)

    async def cut(self) -> None:
        await self._set(True, 0, math.inf)

    async def mend(self) -> None:
        await self._set(False, 0, math.inf)

    async def _set(self, is_cut: bool, seconds: float, upload: float) -> None:
        speed = -1 if math.isinf(upload) else upload
        how = {"offline": is_cut, "latency": 1000 * seconds, "downloadThroughput": -1, "uploadThroughput": speed}
        await self._session.send("Network.emulateNetworkConditions", how)


async def line_of(page: Page) -> Line:
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    return Line(session)
