import pytest
from graphql import OperationDefinitionNode, parse

from cms.kernel.graphql_request import GraphQLRequest, Outcome
from schema.execution.execute import Executor
from schema.limits import Limits
from schema.limits.cost_counter import operation_cost
from tests.schema.sample_schema import schema

EDITIONS = 'site(key: "nca") { editions%s { nodes { slug } } }'


def cost(document: str, variables: dict[str, object] | None = None) -> int:
    tree = parse(document)
    operation = tree.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    found = operation_cost(schema._schema, tree, operation, Limits())
    return found.cost.value(variables or {})


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("{ __typename }", 1),
        ('{ site(key: "a") { key } }', 2),
        ("{ %s }" % (EDITIONS % "(first: 3)"), 2 + 3 * 2),
        ("{ %s }" % (EDITIONS % "(last: 3)"), 2 + 3 * 2),
        ("{ %s }" % (EDITIONS % "(first: 3, last: 4)"), 2 + 4 * 2),
        ("{ %s }" % (EDITIONS % "(first: null, last: 4)"), 2 + 4 * 2),
        ("{ %s }" % (EDITIONS % "(first: null, last: null)"), 2 + 10 * 2),
        ("{ %s }" % (EDITIONS % "(first: 0)"), 2),
        ("{ %s }" % (EDITIONS % "(first: null)"), 2 + 10 * 2),
        ("{ %s }" % (EDITIONS % ""), 2 + 10 * 2),
        ('{ site(key: "a") { editions(first: 5) { nodes { talks(first: 4) { title } } } } }', 2 + 5 * (1 + 1 + 4)),
        ('{ site(key: "a") { editions(first: 5) { nodes { talks { title } } } } }', 2 + 5 * (1 + 1 + 10)),
        ('{ site(key: "a") { ...F ...F } } fragment F on Site { editions(first: 2) { totalCount } }', 1 + 2 * (1 + 2)),
        ('{ site(key: "a") { ... on Site { key } ... { key } } }', 3),
    ],
)
def test_what_is_below_a_page_is_multiplied_by_its_size(document: str, expected: int) -> None:
    assert cost(document) == expected


def test_pages_by_variables_are_counted_for_each_request() -> None:
    document = (
        "query ($n: Int, $m: Int) { site(key: 1) { editions(first: $n) { nodes { talks(first: $m) { title } } } } }"
    )

    assert cost(document, {"n": 5, "m": 4}) == 2 + 5 * (1 + 1 + 4)
    assert cost(document, {"n": 5}) == 2 + 5 * (1 + 1 + 10)
    assert cost(document, {"n": None, "m": None}) == 2 + 10 * (1 + 1 + 10)
    assert cost(document, {"n": -5, "m": 4}) == 2


@pytest.mark.parametrize(
    ("variables", "size"),
    [
        ({"n": None, "m": 50}, 50),
        ({"n": 40, "m": None}, 40),
        ({"n": 40, "m": 50}, 50),
        ({"n": None, "m": None}, 10),
        ({}, 10),
    ],
)
def test_pages_forwards_or_backwards_count_as_the_one_that_is_given(variables: dict[str, object], size: int) -> None:
    document = "query ($n: Int, $m: Int) { site(key: 1) { editions(first: $n, last: $m) { nodes { slug } } } }"

    assert cost(document, variables) == 2 + size * 2


def test_a_literal_size_beside_a_variable_counts_too() -> None:
    document = "query ($m: Int) { site(key: 1) { editions(first: 7, last: $m) { nodes { slug } } } }"

    assert (cost(document, {}), cost(document, {"m": 9})) == (2 + 7 * 2, 2 + 9 * 2)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('{ site(key: "a") { edition { tags { label } } } }', 1 + 1 + 1 + 1),
        ('{ site(key: "a") { edition { siblings { slug } } } }', 1 + 1 + 1 + 10),
        ('{ site(key: "a") { edition { siblings { siblings { slug } } } } }', 1 + 1 + 1 + 10 * (1 + 10)),
        ('{ site(key: "a") { edition { site { editions(first: 3) { nodes { slug } } } } } }', 1 + 1 + 1 + 1 + 3 * 2),
        ('{ site(key: "a") { edition { anything { ... on Edition { slug } } } } }', 1 + 1 + 1 + 10),
        ('{ site(key: "a") { edition { anything { ... on Tag { anything { __typename } } } } } }', 3 + 10 * (1 + 10)),
        ('{ site(key: "a") { edition { anything { ... on Tag { twins { label } } } } } }', 3 + 10 * (1 + 10)),
        ('{ site(key: "a") { edition { ...F } } } fragment F on Edition { siblings { slug } }', 1 + 1 + 1 + 10),
    ],
)
def test_a_list_that_leads_back_to_what_is_above_it_counts_like_a_page(document: str, expected: int) -> None:
    assert cost(document) == expected


async def test_lists_that_lead_back_cannot_be_nested_until_they_explode() -> None:
    nested = "siblings { " * 10 + "slug" + " }" * 10
    answer = await Executor(schema).execute(GraphQLRequest(f'{{ site(key: "a") {{ edition {{ {nested} }} }} }}'), None)

    assert answer.body["errors"][0]["extensions"]["code"] == "LIMIT_COST"


NESTED = 'query ($n: Int = 100) { site(key: "a") { editions(first: $n) { nodes { talks(first: $n) { title } } } } }'


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"n": 100}, "LIMIT_COST"),
        ({}, "LIMIT_COST"),
        ({"n": 100.0}, "LIMIT_COST"),
        ({"n": 101}, "LIMIT_PAGE_SIZE"),
        ({"n": 5_000.0}, "LIMIT_PAGE_SIZE"),
        ({"n": "many"}, "BAD_USER_INPUT"),
    ],
)
async def test_variables_cannot_get_around_the_cost(variables: dict[str, object], code: str) -> None:
    answer = await Executor(schema).execute(GraphQLRequest(NESTED, variables=variables), None)

    assert (answer.outcome, answer.body["errors"][0]["extensions"]["code"]) == (Outcome.REFUSED, code)


async def test_the_same_document_is_answered_for_smaller_pages() -> None:
    executor = Executor(schema)
    await executor.execute(GraphQLRequest(NESTED, variables={"n": 100}), None)

    answer = await executor.execute(GraphQLRequest(NESTED, variables={"n": 2}), None)

    assert answer.outcome is Outcome.EXECUTED


@pytest.mark.parametrize("page", ["first: 101", "last: 2000000000", "first: 1, last: 101"])
async def test_a_page_above_the_limit_is_refused(page: str) -> None:
    answer = await Executor(schema).execute(GraphQLRequest("{ %s }" % (EDITIONS % f"({page})")), None)

    [error] = answer.body["errors"]
    assert error["extensions"]["code"] == "LIMIT_PAGE_SIZE"
    assert "100" in error["message"]
    assert error["locations"]


async def test_the_cost_of_a_document_that_is_always_too_much_is_kept_with_its_refusal() -> None:
    executor = Executor(schema)
    document = NESTED.replace("$n: Int = 100", "$unused: Int").replace("$n", "100").replace("($unused: Int)", "")

    answers = [await executor.execute(GraphQLRequest(document), None) for _ in range(2)]

    assert [answer.body["errors"][0]["extensions"]["code"] for answer in answers] == ["LIMIT_COST"] * 2
