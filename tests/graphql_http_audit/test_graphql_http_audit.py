import asyncio
import json
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from tests.cms.http.served import served
from tests.installed_package import NODE, installed_package

HERE = Path(__file__).parent


async def audit(url: str) -> list[dict[str, Any]]:
    arguments = [str(HERE / "audit.mjs"), str(installed_package(HERE)), url]
    process = await asyncio.create_subprocess_exec(
        NODE, *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(120):
        output, problems = await process.communicate()
    assert process.returncode == 0, problems.decode()
    return json.loads(output)


async def test_all_official_audits_of_graphql_over_http_pass(audited_app: ASGIApp) -> None:
    async with served(audited_app) as origin:
        results = await audit(f"{origin}/graphql")

    demanded = [result for result in results if result["name"].startswith(("MUST", "SHOULD"))]
    assert len(demanded) >= 30
    assert [result for result in results if result["status"] != "ok"] == []


def test_the_lock_names_no_registry() -> None:
    assert "://" not in (HERE / "package-lock.json").read_text()
