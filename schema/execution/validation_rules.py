"""Rules of validation that leave nothing behind, and one by which it lets others go on."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from graphql import ASTValidationRule, GraphQLError, GraphQLInputType, Node, ValueNode
from graphql.validation import ValuesOfCorrectTypeRule

from cms.kernel.breath import breathe


class UsedRules(list[type[ASTValidationRule]]):
    """For one call of `graphql.validate`. Afterwards each rule and its methods hold each other, and the tree with them,
    until the garbage collector comes by; everybody waits while it walks through whole trees."""

    def __init__(self, rules: Iterable[type[ASTValidationRule]]) -> None:
        super().__init__(rules)
        self._begun: list[ASTValidationRule] = []

    def __iter__(self) -> Iterator[type[ASTValidationRule]]:
        return (cast("type[ASTValidationRule]", self._remembered(rule)) for rule in super().__iter__())

    def forget(self) -> None:
        for rule in self._begun:
            vars(rule).clear()

    def _remembered(self, rule: type[ASTValidationRule]) -> Callable[[Any], ASTValidationRule]:
        def begin(context: Any) -> ASTValidationRule:
            self._begun.append(rule(context))
            return self._begun[-1]

        return begin


class BreathingRule(ASTValidationRule):
    def enter(self, node: Node, *_args: Any) -> None:
        breathe()


class PlacedValuesRule(ValuesOfCorrectTypeRule):
    """Says where a value stands that a scalar refuses, too: its parser knows nothing but the value."""

    def is_valid_value_node(self, node: ValueNode, input_type: GraphQLInputType | None) -> Any:
        self._value = node
        return super().is_valid_value_node(node, input_type)

    def report_error(self, error: GraphQLError) -> None:
        super().report_error(error if error.nodes else GraphQLError(error.message, self._value))
