"""graphql-codegen and gql.tada, set up as the documentation says: what they make of the schema and of the contract's
queries takes right code under `strict` and refuses wrong one."""

from pathlib import Path

import pytest

from schema.delivery.examples import CONTRACT, contract_operations
from tests.clients.documented import example
from tests.clients.typescript import type_errors
from tests.clients.workspace import Workspace

SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "delivery.graphql"
SITE = """
export const asked: Variables = { site: 'nca', l: 'cs', slug: 'iasi-2023' }
export function length({ site: { edition } }: Page): number {
  const [day] = edition?.days ?? []
  const status: 'PAST' | undefined = edition?.status === 'PAST' ? edition.status : undefined
  return (edition?.focus ?? '').length + (day?.sessions ?? []).length + (status ?? '').length
}
"""
"""What a site does with the answer to `EditionPage`."""
WRONG = {
    "A text is no number": ("slug: 'iasi-2023'", "slug: 2023", "TS2322"),
    "There may be no edition": ("edition?.focus", "edition.focus", "TS18047"),
    "It asks for another field": ("edition?.focus", "edition?.gallery", "TS2339"),
    "There is no such status": ("=== 'PAST' ?", "=== 'OVER' ?", "TS2367"),
}
"""{what is wrong: (right words, wrong words, TypeScript's error)}."""


@pytest.fixture
def site(workspace: Workspace, endpoint: str) -> Workspace:
    """Before anything is generated."""
    workspace.write("schema.graphql", SCHEMA.read_text("utf-8"))
    workspace.write("queries.graphql", f"{CONTRACT.read_text('utf-8')}\n{example('', 'graphql')}")
    workspace.write("src/ask.ts", example("graphql-codegen", "typescript", endpoint.removesuffix("/graphql")))
    return workspace


def heading(tool: str) -> str:
    """The small site of the documentation, with an edition that there is."""
    return example(tool, "javascript").replace("iasi-2023", "edition-1")


def wrong_code(site: Workspace, imports: str) -> set[tuple[str, str]]:
    """Lays down the right code, and files in each of which one thing is wrong: {(path, error)} to be found."""
    site.write("src/right.ts", imports + SITE)
    found = set[tuple[str, str]]()
    for number, (right, wrong, error) in enumerate(WRONG.values()):
        assert right in SITE
        site.write(f"src/wrong{number}.ts", imports + SITE.replace(right, wrong, 1))
        found.add((f"src/wrong{number}.ts", error))
    return found


async def test_codegen_writes_types_for_the_contract_and_a_small_site(site: Workspace) -> None:
    site.write("codegen.ts", example("graphql-codegen", "ts"))
    site.write("src/heading.ts", heading("graphql-codegen"))

    await site.run(site.packages / "@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts")
    names = "EditionPageQuery as Page, EditionPageQueryVariables as Variables"
    wrong = wrong_code(site, f"import type {{ {names} }} from './queries.ts'")

    assert await type_errors(site) == wrong
    assert await site.run("src/heading.ts") == "As nca calls Edition edition-1 [cs]\n"


async def test_tada_reads_types_out_of_the_contract_and_a_small_site(site: Workspace) -> None:
    queries = [f"export const {name} = graphql(`{text}`)" for name, text in contract_operations().items()]
    site.write("src/graphql.ts", example("gql.tada", "ts"))
    site.write("src/contract.ts", "\n".join(["import { graphql } from './graphql.ts'", *queries]))
    site.write("src/heading.ts", heading("gql.tada"))
    site.write("tsconfig.json", example("gql.tada", "json"))

    await site.run(site.packages / "gql.tada/bin/cli.js", "generate-output")
    imports = """import type { ResultOf, VariablesOf } from 'gql.tada'\nimport type { EditionPage } from './contract.ts'
type Page = ResultOf<typeof EditionPage>\ntype Variables = VariablesOf<typeof EditionPage>\n"""
    wrong = wrong_code(site, imports)

    assert await type_errors(site) == wrong
    assert await site.run("src/heading.ts") == "As nca calls Edition edition-1 [cs]\n"
