"""The receiver in the documentation for developers of sites, run as they would."""

import asyncio
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.kernel.services import Services
from cms.webhooks.actions.ping_webhook import ping_webhook
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries
from tests.services import Clock

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "site-developers.md"


def documented_program() -> str:
    _before, _heading, chapter = GUIDE.read_text("utf-8").partition("\n## Webhooks\n")
    [program] = re.findall(r"```python\n(.*?)```", chapter.partition("\n## ")[0], re.DOTALL)
    return program


async def start(port: int, secret: str) -> asyncio.subprocess.Process:
    program = documented_program().replace("9000", str(port))
    environment = {**os.environ, "WEBHOOK_SECRET": secret}
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, env=environment, stdout=pipe, stderr=nothing
    )
    while process.returncode is None:
        try:
            (await asyncio.open_connection("127.0.0.1", port))[1].close()
            break
        except OSError:
            await asyncio.sleep(0.02)
    return process


@pytest.fixture
async def port() -> int:
    server = await asyncio.start_server(lambda _reader, _writer: None, "127.0.0.1", 0)
    found = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    return found


async def test_the_documented_receiver_takes_what_is_signed_and_nothing_else(
    make_webhook: MakeWebhook, services: Services, drain: Drain, clock: Clock, port: int
) -> None:
    clock.now = datetime.now(UTC)
    webhook, secret = await make_webhook(url=f"http://127.0.0.1:{port}/")
    receiver = await start(port, secret)

    try:
        await ping_webhook(services, SYSTEM, webhook.id)
        await drain()
        async with httpx.AsyncClient() as client:
            forged = await client.post(webhook.url, content=b"{}", headers={"webhook-id": "msg_1"})
    finally:
        receiver.terminate()
        said, _nothing = await receiver.communicate()

    assert [one.state for one in await deliveries(webhook)] == ["delivered"]
    assert said == b"webhook.ping {'site': 'eccp'}\n"
    assert forged.status_code == 400
