"""Queries that people wrote, with selections added, repeated, left out and put under directives at random."""

from random import Random
from typing import Any

from graphql import (
    REMOVE,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    is_composite_type,
    parse,
    print_ast,
    validate,
    visit,
)

from tests.schema.random_queries import Choices, random_selection

TRIES = 20


def changed(text: str, schema: GraphQLSchema, random: Random, choices: Choices) -> str:
    """Valid too: what does not fit, such as two meanings of one response name, is drawn anew."""
    for _ in range(TRIES):
        types = TypeInfo(schema)
        document = visit(parse(text), TypeInfoVisitor(types, _Changes(schema, types, random, choices)))
        if not validate(schema, document):
            return print_ast(document)
    return text


class _Changes(Visitor):
    def __init__(self, schema: GraphQLSchema, types: TypeInfo, random: Random, choices: Choices) -> None:
        super().__init__()
        self._schema, self._types, self._random, self._choices = schema, types, random, choices

    def leave_selection_set(self, node: SelectionSetNode, _key: Any, parent: Any, *_: Any) -> SelectionSetNode:
        type = self._types.get_parent_type()
        selections = [*(node.selections or _selections("{ __typename }"))]
        if self._chance(0.1):
            selections.append(self._random.choice(selections))
        if self._chance(0.2) and is_composite_type(type) and not isinstance(parent, OperationDefinitionNode):
            drawn = random_selection(self._schema, type, self._random, self._choices)
            selections += _selections(f"{{ {drawn} }}")
        if self._chance(0.1):
            at = self._random.randrange(len(selections))
            condition = self._random.choice(["@skip(if: false)", "@include(if: true)", "@skip(if: true)"])
            [about] = _selections(f"{{ __typename {condition} }}")
            inside = SelectionSetNode(selections=(selections[at],))
            selections[at] = InlineFragmentNode(directives=about.directives, selection_set=inside)
        if self._chance(0.15):
            self._random.shuffle(selections)
        return SelectionSetNode(selections=tuple(selections))

    def leave_field(self, node: FieldNode, *_: Any) -> Any:
        """What uses no variable and no fragment may go."""
        is_plain = not (node.selection_set or node.arguments or node.directives)
        return REMOVE if is_plain and self._chance(0.05) else None

    def _chance(self, share: float) -> bool:
        return self._random.random() < share


def _selections(text: str) -> tuple[Any, ...]:
    [definition] = parse(text).definitions
    assert isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode)
    return definition.selection_set.selections
