"""graphql-eslint's recommended rules and those of Relay pass, but for the exceptions that `lint/` has reasons for."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from schema.delivery.examples import CONTRACT
from tests.clients.documented import example
from tests.clients.workspace import Workspace

SCHEMAS = Path(__file__).resolve().parents[2] / "schema"


@pytest.fixture
def texts() -> dict[str, str]:
    """{name of a file: what is linted}."""
    schemas = {name: (SCHEMAS / name).read_text("utf-8") for name in ("delivery.graphql", "management.graphql")}
    return {**schemas, "contract.graphql": CONTRACT.read_text("utf-8"), "queries.graphql": example("", "graphql")}


async def problems(workspace: Workspace, texts: Mapping[str, str]) -> set[tuple[str, str, str]]:
    """{(name of the file, rule, what it says)}."""
    workspace.copy("lint/eslint.config.mjs", "lint/projects.mjs")
    for name, text in texts.items():
        workspace.write(name, text)
    program = workspace.write("lint.mjs", LINT)
    found = await workspace.ask(program, list(texts))
    return {
        (Path(file["filePath"]).name, message["ruleId"], message["message"])
        for file in found
        for message in file["messages"]
    }


LINT = """
import { readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
console.log(JSON.stringify(await new ESLint().lintFiles(JSON.parse(readFileSync(process.argv[2])))))
"""


async def test_schemas_and_documents_pass(workspace: Workspace, texts: dict[str, str]) -> None:
    assert await problems(workspace, texts) == set()


async def test_what_the_rules_forbid_is_found(workspace: Workspace) -> None:
    texts = {
        "delivery.graphql": 'type Query {\n"""Cows."""\ncows(first: Int, after: String): CowConnection}\n'
        '"""Many."""\ntype CowConnection { edges: [Cow] }\n"""Moo."""\ntype Cow { name: String }',
        "contract.graphql": "query GetCows { cows { edges { name } } }",
    }

    found = {(name, rule.removeprefix("@graphql-eslint/")) for name, rule, _said in await problems(workspace, texts)}

    assert found == {
        *(("delivery.graphql", rule) for rule in ("relay-arguments", "relay-connection-types", "relay-edge-types")),
        *(("delivery.graphql", rule) for rule in ("relay-page-info", "require-description", "strict-id-in-types")),
        ("delivery.graphql", "no-typename-prefix"),  # its exceptions have nothing to except
        ("contract.graphql", "naming-convention"),
    }
