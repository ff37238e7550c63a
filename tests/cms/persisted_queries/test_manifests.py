"""The files in which tools write the documents of a site."""

from hashlib import sha1, sha256
from pathlib import Path

import orjson
import pytest

from cms.kernel.errors import Invalid
from cms.persisted_queries.manifests import read_documents
from cms.persisted_queries.registration import LONGEST_TEXT, MAX_AT_ONCE, MAX_BYTES_AT_ONCE, Registration, batches

NAME = 'query Name { site(key: "nca") { name } }'
KEY = 'query Key { site(key: "nca") { key } }'


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def written(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else orjson.dumps(content))
    return path


def test_the_manifest_of_apollo_names_its_operations(tmp_path: Path) -> None:
    operations = [{"id": hash_of(NAME), "name": "Name", "type": "query", "body": NAME}]
    manifest = {"format": "apollo-persisted-query-manifest", "version": 1, "operations": operations}

    [document] = read_documents([written(tmp_path, "manifest.json", manifest)])

    assert (document.name, document.text, document.hash) == ("Name", NAME, hash_of(NAME))


def test_relay_and_graphql_codegen_map_hashes_to_texts(tmp_path: Path) -> None:
    path = written(tmp_path, "persisted.json", {hash_of(NAME): NAME, hash_of(KEY): KEY})

    assert [document.text for document in read_documents([path])] == [NAME, KEY]


def test_a_folder_gives_its_graphql_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    written(tmp_path, "b.graphql", KEY)
    written(tmp_path, "pages/a.gql", NAME)
    written(tmp_path, "notes.txt", "no document")

    assert [(document.name, document.text) for document in read_documents([tmp_path])] == [("b", KEY), ("a", NAME)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({sha1(NAME.encode()).hexdigest(): NAME}, "is not the SHA-256 of its text"),
        ({"Name": 1}, "no manifest of Apollo, Relay or graphql-codegen"),
        ([NAME], "a manifest is a JSON object"),
        ("{", "neither JSON nor a .graphql file"),
        ({"format": "apollo-persisted-query-manifest", "operations": [{"id": "x"}]}, "maps hashes to no texts"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_its_name_and_what_to_do(
    tmp_path: Path, content: object, told: str
) -> None:
    path = written(tmp_path, "queries.json", content)

    with pytest.raises(Invalid, match=told) as refused:
        read_documents([path])

    assert str(path) in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"missing\.graphql"):
        read_documents([tmp_path / "missing.graphql"])


def test_a_document_without_a_name_in_its_manifest_is_called_by_its_operation(tmp_path: Path) -> None:
    texts = [f"fragment Words on Site {{ name }}\n{NAME}", "{ __typename }"]
    path = written(tmp_path, "persisted.json", {hash_of(text): text for text in texts})

    assert [document.name for document in read_documents([path])] == ["Name", hash_of(texts[1])]


def test_documents_are_sent_in_as_many_requests_as_their_number_and_bytes_take() -> None:
    few = [Registration(str(number), "{ __typename }") for number in range(MAX_AT_ONCE + 1)]
    large = [Registration(str(number), "x" * LONGEST_TEXT) for number in range(20)]

    assert [len(batch) for batch in batches(few)] == [MAX_AT_ONCE, 1]
    assert [len(batch) for batch in batches(large)] == [MAX_BYTES_AT_ONCE // LONGEST_TEXT, 4]
    assert [one for batch in batches([*few, *large]) for one in batch] == [*few, *large]
    assert list(batches([])) == [[]]
