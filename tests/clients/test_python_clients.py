"""ariadne-codegen and sgqlc, as the documentation says, generate clients that the served schema answers."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from schema.delivery.examples import CONTRACT
from tests.clients.documented import example
from tests.clients.python_environment import installed_programs, run
from tests.cms.http.served import served
from tests.services import Publish

ROOT = Path(__file__).resolve().parents[2]
COPIED = "cms_client/async_base_client.py"
"""The library's own transport, which it copies into every client."""
STRICT = {
    "typeCheckingMode": "strict",
    "ignore": [COPIED],
    "reportUnusedImport": False,  # generated modules import for others to find what they made
    "pythonVersion": "3.11",
}


@pytest.fixture
async def cms(services: Services, make_edition: Publish) -> AsyncIterator[str]:
    """The origin of a CMS with three editions in two languages."""
    for number in (1, 2, 3):
        await make_edition(f"iasi-202{number}", ["en", "cs"], start=f"2023-11-0{number}", end=f"2023-11-0{number}")
    async with served(build_app(Settings(), services, secret_key="s" * 40)) as origin:
        yield origin


async def ran(folder: Path, program: str, *arguments: str) -> str:
    status, output = await run(folder, program, *arguments)
    assert status == 0, output
    return output


async def type_errors(folder: Path, *files: str) -> list[tuple[str, str]]:
    """What a strict check finds in these files of the folder: [(name of the file, rule)]."""
    (folder / "pyrightconfig.json").write_text(json.dumps({**STRICT, "include": files}))
    python = str(installed_programs() / "python")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "basedpyright", "-p", str(folder), "--pythonpath", python),
        *("--level", "error", "--outputjson"),
        stdout=asyncio.subprocess.PIPE,
    )
    output, _nothing = await process.communicate()
    found = json.loads(output)
    assert found["summary"]["filesAnalyzed"] >= len(files)
    return [(Path(problem["file"]).name, problem["rule"]) for problem in found["generalDiagnostics"]]


async def test_ariadne_codegen_makes_a_strictly_typed_client(cms: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(example("ariadne-codegen", "toml"))
    (tmp_path / "schema.graphql").write_text((ROOT / "schema" / "delivery.graphql").read_text())
    (tmp_path / "queries.graphql").write_text(f"{CONTRACT.read_text()}\n{example('', 'graphql')}")
    right = example("ariadne-codegen", "python", cms)

    await ran(tmp_path, "ariadne-codegen")
    (tmp_path / "right.py").write_text(right)
    (tmp_path / "a_number_for_a_text.py").write_text(right.replace('"cs"', "5"))
    (tmp_path / "perhaps_nothing.py").write_text(right.replace("if site.edition:", "if site:"))

    assert set(await type_errors(tmp_path, ".")) == {
        ("a_number_for_a_text.py", "reportArgumentType"),
        ("perhaps_nothing.py", "reportOptionalMemberAccess"),
    }
    assert await ran(tmp_path, "python", "right.py") == "Clusters meet Regions – Jasy 3. listopadu 2023\n"


async def test_sgqlc_reads_the_introspection_and_merges_pages(cms: str, tmp_path: Path) -> None:
    commands = [line.split() for line in example("sgqlc", "sh", cms).splitlines()]
    (tmp_path / "editions.py").write_text(example("sgqlc", "python", cms))

    for program, *arguments in commands:
        await ran(tmp_path, program, *arguments)
    titles = await ran(tmp_path, "python", "editions.py")

    assert titles.splitlines() == [f"Clusters meet Regions – Jasy /editions/iasi-{year}" for year in (2023, 2022, 2021)]
