"""The sizes that are computed without expanding fragments are those that expanding them gives."""

from collections.abc import Iterator, Sequence

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode, OperationDefinitionNode, SelectionNode, parse
from hypothesis import given
from hypothesis import strategies as st

from cms.graphql_request import GraphQLRequest, Outcome
from schema.execution import Executor
from schema.limits import Limits
from schema.limits.shape import expanded_shapes
from tests.schema.sample_schema import schema

FRAGMENTS = 4


@st.composite
def selection_sets(draw: st.DrawFn, lowest: int, depth: int = 3) -> str:
    """May spread fragments from number `lowest` on, so that there are no circles."""
    choices = [st.sampled_from(["key", "a: key", "b: key @skip(if: false)"])]
    if lowest < FRAGMENTS:
        choices.append(st.integers(lowest, FRAGMENTS - 1).map("...F{}".format))
    if depth:
        below = selection_sets(lowest, depth - 1)
        choices += [
            below.map("same {}".format),
            below.map("x: same(again: 1) {}".format),
            below.map("... on Site {}".format),
        ]
    return f"{{ {' '.join(draw(st.lists(st.one_of(choices), min_size=1, max_size=3)))} }}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    fragments = [f"fragment F{n} on Site {draw(selection_sets(n + 1))}" for n in range(FRAGMENTS)]
    return f'{{ site(key: "a") {draw(selection_sets(0))} }} {" ".join(fragments)}'


def expanded(
    selections: Sequence[SelectionNode], fragments: dict[str, FragmentDefinitionNode], depth: int
) -> Iterator[tuple[SelectionNode, int]]:
    for node in selections:
        yield node, depth
        if isinstance(node, FragmentSpreadNode):
            yield from expanded(fragments[node.name.value].selection_set.selections, fragments, depth)
        elif below := getattr(node, "selection_set", None):
            yield from expanded(below.selections, fragments, depth + isinstance(node, FieldNode))


@given(texts())
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


@given(texts(), st.integers(1, 30), st.integers(1, 8))
async def test_no_document_passes_a_limit_unnoticed(text: str, most: int, deepest: int) -> None:
    tree = parse(text)
    largest = [shape for _, shape in expanded_shapes(tree)]
    is_too_much = sum(shape.selections for shape in largest) > most or max(shape.depth for shape in largest) > deepest
    executor = Executor(schema, Limits(max_selections=most, max_depth=deepest))

    answer = await executor.execute(GraphQLRequest(text), None)

    codes = {error["extensions"]["code"] for error in answer.body.get("errors", ())}
    assert (answer.outcome is Outcome.EXECUTED) <= (not is_too_much)
    assert not is_too_much or codes <= {"LIMIT_SELECTIONS", "LIMIT_DEPTH"}
