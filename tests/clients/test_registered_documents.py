"""What Relay's compiler and graphql-codegen write is what `cms queries push` takes, by the hash clients send."""

import json
from pathlib import Path
from typing import Any

import pytest

from cms.persisted_queries.manifests import read_documents
from cms.persisted_queries.registration import Registration
from schema.delivery.registration_check import DocumentCheck
from schema.limits import Limits
from tests.clients.documented import example
from tests.clients.workspace import Workspace

SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "delivery.graphql"
ASKED = "query SiteQuery($key: String!) { site(key: $key) { id name key } }"


@pytest.fixture
def site(workspace: Workspace) -> Workspace:
    workspace.write("schema.graphql", SCHEMA.read_text("utf-8"))
    return workspace


async def only_document(manifest: Path) -> Registration:
    """Of the file, which may be registered."""
    [document] = read_documents([manifest])
    assert await DocumentCheck(Limits())(document.text) == []
    return document


async def relay(site: Workspace, **persisting: Any) -> Path:
    set_up = json.loads(example("Relay", "json")) | {"persistConfig": {"file": "./persisted.json", **persisting}}
    site.write("relay.config.json", json.dumps(set_up))
    site.write("src/site.ts", f"import {{ graphql }} from 'react-relay'\nexport const asked = graphql`{ASKED}`\n")
    site.write("persisted.json", "{}")
    await site.run(site.packages / "relay-compiler/cli.js", "relay.config.json")
    return site.folder / "persisted.json"


async def test_relay_writes_what_is_registered_and_sends_its_hash(site: Workspace) -> None:
    document = await only_document(await relay(site, algorithm="SHA256"))
    artifact = (site.folder / "src/__generated__/SiteQuery.graphql.ts").read_text("utf-8")

    assert document.name == "SiteQuery"
    assert f'"id": "{document.hash}"' in artifact


async def test_graphql_codegen_writes_what_is_registered_and_sends_its_hash(site: Workspace) -> None:
    preset = {"preset": "client", "presetConfig": {"persistedDocuments": {"hashAlgorithm": "sha256"}}}
    set_up = {"schema": "schema.graphql", "documents": "src/*.ts", "generates": {"gql/": preset}}
    site.write("codegen.json", json.dumps(set_up))
    site.write("src/site.ts", f"import {{ graphql }} from '../gql/gql'\nexport const asked = graphql(`{ASKED}`)\n")
    await site.run(site.packages / "@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.json")

    document = await only_document(site.folder / "gql/persisted-documents.json")

    assert document.name == "SiteQuery"
    assert document.hash in (site.folder / "gql/graphql.ts").read_text("utf-8")
