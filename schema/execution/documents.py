"""GraphQL documents, parsed, checked against the limits and validated, and kept by their text once it comes again."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from graphql import (
    ASTValidationRule,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    specified_rules,
    validate,
)
from graphql.validation import NoFragmentCyclesRule, UniqueFragmentNamesRule, ValuesOfCorrectTypeRule
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from cms.kernel.breath import breathing
from cms.kernel.one_chunk import run_in_one_chunk
from cms.kernel.turns import turn_for
from schema.execution.error_format import formatted
from schema.execution.lean_parser import parse
from schema.execution.lru import Lru
from schema.execution.validation_rules import BreathingRule, PlacedValuesRule, UsedRules
from schema.limits import LimitExceeded, Limits
from schema.limits.cost import OperationCost
from schema.limits.cost_counter import operation_cost
from schema.limits.fragment_order import UnclearFragments
from schema.limits.input_cost import InputCost, input_cost
from schema.limits.repeats import check_repeats
from schema.limits.shape import check_shape

RULES: tuple[type[ASTValidationRule], ...] = (
    BreathingRule,
    *(PlacedValuesRule if rule is ValuesOfCorrectTypeRule else rule for rule in specified_rules),
    MaybeNullValidationRule,
    OneOfInputValidationRule,
)
FRAGMENT_RULES: tuple[type[ASTValidationRule], ...] = (UniqueFragmentNamesRule, NoFragmentCyclesRule)

BYTES_PER_TOKEN = 400
"""Of a syntax tree with its locations, measured with tracemalloc on the queries of the sites."""
BYTES_PER_CHAR = 4
BYTES_PER_HASH = 300
SECONDS_PER_CHAR = 5e-6
"""Of a new text, roughly: what its client has to pay for."""
_beside = ThreadPoolExecutor(1, "graphql-documents")
"""A text takes 10 to 200 ms, and in one round of the event loop several could come."""


class Refused(Exception):
    """The document cannot be executed. `errors` are ready for the answer."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        super().__init__(errors[0]["message"])
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Operation:
    node: OperationDefinitionNode
    cost: OperationCost
    input_cost: InputCost

    @property
    def is_mutation(self) -> bool:
        return self.node.operation is OperationType.MUTATION


@dataclass(eq=False)
class Document:
    """A valid document. The syntax tree is the same object for the same text as long as the document is kept.

    is_kept: whether it came again.
    plans: whatever an executor compiles for parts of the tree; it lives and dies with the tree. It has `plan_bytes`, of
    which `weighed` count already.
    """

    text: str
    ast: DocumentNode
    operations: dict[str | None, Operation]
    plans: dict[Any, Any] = field(default_factory=dict)
    is_kept: bool = False
    plan_bytes: int = 0
    weighed: int = 0

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the text, hexadecimal: the name of the document in caches and logs."""
        return sha256(self.text.encode()).hexdigest()

    def operation(self, name: str | None) -> Operation:
        """Raises `Refused` for an unknown name, and without one if there are several."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        if name is not None and name in self.operations:
            return self.operations[name]
        names = ", ".join(name or "(unnamed)" for name in self.operations) or "none"
        problem = f"There is no operation '{name[:80]}'" if name else "The document has several operations"
        message = f"{problem}. Set operationName to one of: {names[:500]}."
        raise Refused([{"message": message, "extensions": {"code": "OPERATION_RESOLUTION_FAILURE"}}])


class Documents:
    """All documents of one schema under one set of limits.

    A document is kept when its text comes a second time: of a flood of texts that come once nothing stays in memory,
    where Python's collector would walk through it again and again, and the documents of the sites stay. Refused texts
    are kept apart for the same reason.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        limits: Limits,
        *,
        hide_suggestions: bool = False,
        max_entries: int = 1_000,
        max_bytes: int = 64 * 1024 * 1024,
    ) -> None:
        self._schema = schema
        self._limits = limits
        self._hide_suggestions = hide_suggestions
        self._documents: Lru[Document] = Lru(max_entries, max_bytes)
        self._in_work: dict[str, asyncio.Future[Document | Refused]] = {}
        self._met_once: Lru[None] = Lru(10 * max_entries, max_bytes // 16)
        self._refused: Lru[list[dict[str, Any]]] = Lru(max_entries // 4, max_bytes // 16)

    async def ready(self, text: str) -> Document:
        """The same as `get`, but what is new is worked out beside the event loop, once for all who wait for it."""
        if text in self._documents or text in self._refused:
            return self.get(text)
        if text not in self._in_work:
            await turn_for(SECONDS_PER_CHAR * len(text))
            if text in self._documents or text in self._refused:  # by somebody else meanwhile
                return self.get(text)
        if text not in self._in_work:
            work = asyncio.get_running_loop().run_in_executor(_beside, self._worked_out_beside, text)
            self._in_work[text] = work
            work.add_done_callback(lambda _: self._in_work.pop(text))
        return self._kept(text, await asyncio.shield(self._in_work[text]))

    def get(self, text: str) -> Document:
        """Raises `Refused`; neither a document that is kept nor a known refusal is worked out again."""
        document = self._documents.get(text)
        if document is not None:
            return document
        errors = self._refused.get(text)
        if errors is not None:
            raise Refused(errors)
        return self._kept(text, self._worked_out(text))

    def weigh(self, document: Document) -> None:
        """Once something was compiled of it."""
        if document.plan_bytes > document.weighed and document.text in self._documents:
            document.weighed = document.plan_bytes
            self._documents.put(document.text, document, _size(document))

    def _kept(self, text: str, worked_out: Document | Refused) -> Document:
        if isinstance(worked_out, Refused):
            self._refused.put(text, worked_out.errors, BYTES_PER_CHAR * (len(text) + len(str(worked_out.errors))))
            raise Refused(worked_out.errors)  # each who waited its own: tracebacks add up
        if worked_out.hash in self._met_once:
            worked_out.is_kept = True
            self._documents.put(text, worked_out, _size(worked_out))
        else:
            self._met_once.put(worked_out.hash, None, BYTES_PER_HASH)
        return worked_out

    def _worked_out_beside(self, text: str) -> Document | Refused:
        with breathing():
            return run_in_one_chunk(lambda: self._worked_out(text))

    def _worked_out(self, text: str) -> Document | Refused:
        try:
            return self._checked(text)
        except Refused as refused:
            return Refused(refused.errors)  # without the traceback, whose frames would keep the tree

    def _checked(self, text: str) -> Document:
        ast = self._parsed(text)
        try:
            check_shape(ast, self._limits)
            check_repeats(ast, self._limits)
            self._validate(ast, RULES)
            return Document(text, ast, dict(self._operations(ast)))
        except UnclearFragments:
            self._validate(ast, FRAGMENT_RULES)
            raise
        except LimitExceeded as error:
            raise Refused([formatted(error, error.code)]) from None

    def _parsed(self, text: str) -> DocumentNode:
        limits = self._limits
        try:
            return parse(
                text,
                max_lexical_tokens=limits.max_tokens,
                max_comments=limits.max_tokens,
                max_source_length=limits.max_document_chars,
            )
        except GraphQLError as error:
            raise Refused([parse_problem(error, limits)]) from None

    def _validate(self, ast: DocumentNode, rules: tuple[type[ASTValidationRule], ...]) -> None:
        used = UsedRules(rules)
        errors = validate(
            self._schema, ast, used, max_errors=self._limits.max_errors, hide_suggestions=self._hide_suggestions
        )
        used.forget()
        if errors:
            raise Refused([formatted(error, "GRAPHQL_VALIDATION_FAILED") for error in errors])

    def _operations(self, ast: DocumentNode) -> Iterator[tuple[str | None, Operation]]:
        for node in ast.definitions:
            if isinstance(node, OperationDefinitionNode):
                cost = operation_cost(self._schema, ast, node, self._limits)
                inputs = input_cost(self._schema, ast, node, self._limits)
                yield node.name.value if node.name else None, Operation(node, cost, inputs)


def parse_problem(error: GraphQLError, limits: Limits) -> dict[str, Any]:
    """graphql-core tells its limits from other syntax errors by the wording only (pinned by tests)."""
    if "nested too deeply" in error.message:
        message = f"The document is nested too deeply, {limits.max_depth} levels of fields are allowed."
        return {"message": message, "extensions": {"code": "LIMIT_DEPTH"}}
    if error.message.endswith("Parsing aborted."):
        sizes = f"{limits.max_tokens} tokens, as many comments and {limits.max_document_chars} characters"
        message = f"The document is too long: {sizes} are allowed. Split it, and put long values into variables."
        return {"message": message, "extensions": {"code": "LIMIT_TOKENS"}}
    return formatted(error, "GRAPHQL_PARSE_FAILED")


def _size(document: Document) -> int:
    tree = BYTES_PER_TOKEN * token_count(document.ast)
    return BYTES_PER_CHAR * len(document.text) + tree + document.plan_bytes


def token_count(ast: DocumentNode) -> int:
    return getattr(ast, "token_count", 0)
