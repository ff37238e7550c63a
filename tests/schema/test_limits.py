import pytest
import strawberry
import strawberry.extensions
from graphql import get_introspection_query

from cms.kernel.graphql_request import GraphQLRequest, Outcome
from schema.execution import documents
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema.hostile_documents import TOO_MUCH, UNCLEAR, in_site, nested
from tests.schema.sample_schema import schema


@pytest.mark.parametrize("case", TOO_MUCH)
async def test_too_much_is_refused_before_validation(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document, code = TOO_MUCH[case]
    monkeypatch.setattr(documents, "validate", lambda *_, **__: pytest.fail("was validated"))

    answer = await Executor(schema).execute(GraphQLRequest(document), None)

    [error] = answer.body["errors"]
    assert (answer.outcome, error["extensions"]["code"]) == (Outcome.REFUSED, code)
    assert "data" not in answer.body
    assert len(error["message"]) < 300


@pytest.mark.parametrize("case", UNCLEAR)
async def test_unclear_fragments_are_explained_by_the_standards_rules(case: str) -> None:
    answer = await Executor(schema).execute(GraphQLRequest(UNCLEAR[case]), None)

    codes = {error["extensions"]["code"] for error in answer.body["errors"]}
    message = answer.body["errors"][0]["message"]
    assert codes == {"GRAPHQL_VALIDATION_FAILED"}
    assert "within itself" in message or "only one fragment" in message


async def test_the_complete_introspection_query_is_allowed() -> None:
    everything = get_introspection_query(
        specified_by_url=True,
        directive_is_repeatable=True,
        schema_description=True,
        input_value_deprecation=True,
        one_of=True,
    )

    answer = await Executor(schema).execute(GraphQLRequest(everything), None)

    assert answer.outcome is Outcome.EXECUTED


async def test_two_complete_introspections_in_one_request_are_not_allowed() -> None:
    once = " ".join(get_introspection_query().split()).removeprefix("query IntrospectionQuery { ")
    field, fragments = once.split(" } fragment ", 1)
    twice = "{ a: " + field + " b: " + field + " } fragment " + fragments

    answer = await Executor(schema).execute(GraphQLRequest(twice), None)

    assert answer.body["errors"][0]["extensions"]["code"] == "LIMIT_COST"


async def test_depth_of_introspection_does_not_excuse_depth_of_content() -> None:
    mixed = "{ __schema { queryType { name } } " + in_site(nested(14, "same { ")).removeprefix("{")

    answer = await Executor(schema).execute(GraphQLRequest(mixed), None)

    assert answer.body["errors"][0]["extensions"]["code"] == "LIMIT_DEPTH"


@pytest.mark.parametrize(
    ("field", "document"),
    [
        ("max_tokens", "{ __typename __typename }"),
        ("max_document_chars", "{ __typename }      "),
        ("max_selections", "{ a: __typename b: __typename }"),
        ("max_depth", "{ site(key: 1) { key } }"),
        ("max_introspection_depth", "{ __schema { queryType { name } } }"),
        ("max_aliases", "{ a: __typename b: __typename }"),
        ("max_root_fields", "{ __typename a: __typename }"),
        ("max_directives", "{ __typename @skip(if: false) @include(if: true) }"),
        ("max_repeats", "{ __typename __typename }"),
        ("max_variables", "query ($a: Int $b: Int) { __typename }"),
    ],
)
async def test_every_limit_is_set_by_its_field(field: str, document: str) -> None:
    answer = await Executor(schema, Limits(**{field: 1})).execute(GraphQLRequest(document), None)

    assert answer.body["errors"][0]["extensions"]["code"].startswith("LIMIT_")


async def test_a_repeated_fragment_is_merged_once_as_in_execution() -> None:
    document = in_site("...F " * 200) + "fragment F on Site { key }"

    answer = await Executor(schema).execute(GraphQLRequest(document), None)

    assert answer.body == {"data": {"site": {"key": "nca"}}}


@pytest.mark.parametrize(
    "variables",
    [
        {"text": "x" * 70_000},
        {"text": ["x"] * 20_000},
        {"text": {"x" * 70_000: 1}},
        {"text": [[[[[0] * 20_000]]]]},
        {f"v{n}": n for n in range(200)},
    ],
)
async def test_too_large_variables_are_refused_before_they_are_coerced(variables: dict[str, object]) -> None:
    request = GraphQLRequest("query ($text: String!) { echo(text: $text) }", variables=variables)

    answer = await Executor(schema).execute(request, None)

    [error] = answer.body["errors"]
    assert (answer.outcome, error["extensions"]["code"]) == (Outcome.REFUSED, "LIMIT_VARIABLES")


async def test_deep_variables_are_an_error_of_the_request() -> None:
    deep: list[object] = []
    for _ in range(900):
        deep = [deep]

    answer = await Executor(schema).execute(
        GraphQLRequest("query ($ids: [ID!]) { search(ids: $ids) }", variables={"ids": deep}), None
    )

    assert answer.outcome is Outcome.REFUSED
    assert answer.body["errors"][0]["extensions"]["code"] == "LIMIT_VARIABLES"


async def test_a_schema_with_extensions_is_refused_because_they_would_not_run() -> None:
    extended = strawberry.Schema(query=schema.query, extensions=[strawberry.extensions.DisableIntrospection])

    with pytest.raises(ValueError, match="extensions"):
        Executor(extended)
