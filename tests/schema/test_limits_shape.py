"""The sizes that are computed without expanding fragments are those that expanding them gives."""

from collections.abc import Iterator, Sequence
from functools import cache

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, OperationDefinitionNode, SelectionNode, parse
from hypothesis import given
from hypothesis import strategies as st

from cms.kernel.graphql_request import GraphQLRequest, Outcome
from schema.execution.execute import Executor
from schema.limits import Limits
from schema.limits.shape import expanded_shapes
from tests.schema.sample_schema import schema

FRAGMENTS = 3


@cache
def selection_sets(lowest: int, depth: int = 1) -> st.SearchStrategy[str]:
    """May spread fragments from number `lowest` on, so that there are no circles."""
    choices = ["key", "a: key", "b: key @skip(if: false)", *(f"...F{number}" for number in range(lowest, FRAGMENTS))]
    selections = st.sampled_from(choices)
    if depth:
        openings = st.sampled_from(["same ", "x: same(again: 1) ", "... on Site "])
        selections |= st.tuples(openings, selection_sets(lowest, depth - 1)).map("".join)
    return st.lists(selections, min_size=1, max_size=3).map(lambda chosen: f"{{ {' '.join(chosen)} }}")


DOCUMENTS = st.tuples(*(selection_sets(number) for number in range(FRAGMENTS + 1))).map(
    lambda sets: " ".join(
        [f'{{ site(key: "a") {sets[0]} }}', *(f"fragment F{n} on Site {body}" for n, body in enumerate(sets[1:]))]
    )
)


def expanded(
    selections: Sequence[SelectionNode], fragments: dict[str, FragmentDefinitionNode], depth: int
) -> Iterator[tuple[SelectionNode, int]]:
    for node in selections:
        yield node, depth
        if isinstance(node, FragmentSpreadNode):
            yield from expanded(fragments[node.name.value].selection_set.selections, fragments, depth)
        elif below := getattr(node, "selection_set", None):
            yield from expanded(below.selections, fragments, depth + isinstance(node, FieldNode))


@given(DOCUMENTS)
def test_sizes_are_those_of_the_expanded_document(text: str) -> None:
    tree = parse(text)
    fragments = {node.name.value: node for node in tree.definitions if isinstance(node, FragmentDefinitionNode)}
    operation = next(node for node in tree.definitions if isinstance(node, OperationDefinitionNode))
    all_nodes = list(expanded(operation.selection_set.selections, fragments, 0))
    fields = [(node, depth) for node, depth in all_nodes if isinstance(node, FieldNode)]

    shape = next(shape for definition, shape in expanded_shapes(tree) if definition is operation)

    assert shape.selections == len(all_nodes)
    assert shape.aliases == sum(node.alias is not None for node, _ in fields)
    assert shape.depth == 1 + max(depth for _, depth in fields)
    assert shape.root_fields == sum(depth == 0 for _, depth in fields)


@given(DOCUMENTS, st.integers(1, 30), st.integers(1, 8))
async def test_no_document_passes_a_limit_unnoticed(text: str, most: int, deepest: int) -> None:
    tree = parse(text)
    largest = [shape for _, shape in expanded_shapes(tree)]
    is_too_much = sum(shape.selections for shape in largest) > most or max(shape.depth for shape in largest) > deepest
    others = dict.fromkeys(("max_aliases", "max_directives", "max_repeats", "max_cost"), 10**9)
    executor = Executor(schema, Limits(max_selections=most, max_depth=deepest, **others))

    answer = await executor.execute(GraphQLRequest(text), None)

    codes = {error["extensions"]["code"] for error in answer.body.get("errors", ())}
    assert (answer.outcome is Outcome.EXECUTED) <= (not is_too_much)
    assert not is_too_much or codes <= {"LIMIT_SELECTIONS", "LIMIT_DEPTH"}
