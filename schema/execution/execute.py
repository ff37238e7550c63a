"""Runs GraphQL requests on a Strawberry schema: known documents, limits, a deadline, and errors a client may see."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from inspect import signature
from typing import Any, cast

import strawberry
import structlog
from graphql import ExecutionResult, GraphQLError, OperationDefinitionNode, OperationType
from graphql.execution import Executor as GraphQLCoreExecutor

from cms.kernel.errors import Busy, TooManyRequests
from cms.kernel.graphql_errors import RETRY_SECONDS, current_request_id, graphql_error, masked_error
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from cms.kernel.turns import let_others_go_on, work_under_way
from schema.execution import request_end
from schema.execution.admission import Admission, Open
from schema.execution.answer_size import AnswerSize, AnswerTooLarge
from schema.execution.awaitable import is_awaitable
from schema.execution.compiled.compiling import Compiling
from schema.execution.compiled.execution import CompiledExecution
from schema.execution.compiled.faults import Faults
from schema.execution.documents import Document, Documents, Operation, Refused
from schema.execution.error_format import formatted
from schema.execution.fair_execution import FairExecution
from schema.execution.field_errors import field_errors
from schema.execution.persisted_queries import DocumentTexts, DocumentUnknown, PersistedQueries, RecentTexts
from schema.limits import LimitExceeded, Limits
from schema.limits.variables import check_variables
from storage.freshness import gathering

log = structlog.get_logger(__name__)


class Executor:
    """Implements `cms.kernel.graphql_request.Execute` for one schema.

    Strawberry's own `execute` is left out: it parses, validates and builds middleware for every request. So schema
    extensions and custom operation directives would not run, and a schema that has them is refused.

    execution_context_class: a subclass of Strawberry's one; if its constructor takes `prepared`, it gets the
    `Document` with its `plans`, and if it takes `answer_size`, the measure of this answer.
    compiled: whether queries are completed by compiled functions as far as these go (`schema/execution/compiled`).
    count_fault: is called for each fault in such a function.
    texts: of the documents that clients name by their hash.
    admission: what is asked before a request is read, and before it is executed.
    """

    def __init__(
        self,
        schema: strawberry.Schema,
        limits: Limits | None = None,
        *,
        execution_context_class: type[GraphQLCoreExecutor] | None = None,
        hide_suggestions: bool = False,
        texts: DocumentTexts | None = None,
        admission: Admission | None = None,
        compiled: bool = True,
        count_fault: Callable[[], None] | None = None,
    ) -> None:
        if schema.extensions or schema.directives or schema.config.enable_experimental_incremental_execution:
            raise ValueError("this executor runs no schema extensions, operation directives, @defer or @stream")
        self.schema = schema._schema
        self.limits = limits or Limits()
        self.documents = Documents(self.schema, self.limits, hide_suggestions=hide_suggestions)
        self._persisted = PersistedQueries(texts or RecentTexts())
        self._admission = admission or Open()
        self._hide_suggestions = hide_suggestions
        self._core = execution_context_class or FairExecution
        self._takes = signature(self._core.__init__).parameters
        may_compile = compiled and execution_context_class is None
        self._compiling = Compiling.of(schema, Faults(count_fault)) if may_compile else None

    async def execute(self, request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        """Raises what the admission raises, and is cancelled; never anything else."""
        try:
            with work_under_way(), request_end.request(), gathering() as dependencies:
                answer = await self._execute(request, context)
            if answer.outcome is not Outcome.EXECUTED or answer.is_mutation:
                return answer
            return replace(answer, freshness=dependencies.freshness())
        except DocumentUnknown as unknown:
            return GraphQLAnswer({"errors": unknown.errors}, Outcome.DOCUMENT_UNKNOWN)
        except Refused as refused:
            return refusal(refused.errors)
        except (TooManyRequests, Busy):
            raise
        except LimitExceeded as error:
            return refusal([formatted(error, error.code)])
        except Exception:
            request_id = current_request_id()
            log.exception("graphql.request_failed", request_id=request_id)
            return GraphQLAnswer({"errors": [masked_error(request_id)]}, Outcome.FAILED)

    async def _execute(self, request: GraphQLRequest, context: Any) -> GraphQLAnswer:
        self._admission.begin()
        document = await self.documents.ready(await self._persisted.text_of(request))
        operation = document.operation(request.operation_name)
        if request.read_only and operation.is_mutation:
            return MUTATION_REFUSED
        await self._persisted.remember(request)
        variables = request.variables or {}
        operation.input_cost.check(variables, self.limits)
        check_variables(variables, self.limits)
        await let_others_go_on()
        core = self._build(document, operation, request, context)
        cost = operation.cost.check(core.variable_values.coerced, self.limits)
        await let_others_go_on()
        async with self._admission.execution(cost):
            try:
                answer = await self._executed(core)
            except SizeUnclear:
                plain = self._build(document, operation, request, context, compiled=False)
                answer = await self._executed(plain)
        self.documents.weigh(document)
        return replace(answer, is_mutation=True) if operation.is_mutation else answer

    async def _executed(self, core: GraphQLCoreExecutor) -> GraphQLAnswer:
        """Raises SizeUnclear where only graphql-core alone can say whether the answer is too large."""
        try:
            result = core.execute_operation()
            answer = (
                await self._finish(result) if is_awaitable(result) else self._answer(cast("ExecutionResult", result))
            )
            return replace(answer, has_fragments=True) if has_fragments(core) else answer
        except AnswerTooLarge as error:
            if has_fragments(core):
                raise SizeUnclear from error
            return too_large(error, core.operation)
        finally:
            if isinstance(core, FairExecution):
                core.forget()

    def _build(
        self,
        document: Document,
        operation: Operation,
        request: GraphQLRequest,
        context: Any,
        *,
        compiled: bool = True,
    ) -> GraphQLCoreExecutor:
        """Raises `Refused` if the variables do not fit the operation."""
        given: dict[str, Any] = {"prepared": document, "answer_size": AnswerSize(self.limits.max_answer_bytes)}
        if compiled and self._compiling and not operation.is_mutation:
            cls, own = CompiledExecution, {**given, "compiling": self._compiling}
        else:
            cls, own = self._core, {name: value for name, value in given.items() if name in self._takes}
        core = cls.build(
            self.schema,
            document.ast,
            context_value=context,
            raw_variable_values=request.variables,
            operation_name=operation.node.name.value if operation.node.name else None,
            max_coercion_errors=self.limits.max_errors,
            is_awaitable=is_awaitable,
            hide_suggestions=self._hide_suggestions,
            operation_extensions=request.extensions,
            **own,
        )
        if isinstance(core, list):
            raise Refused([formatted(error, "BAD_USER_INPUT") for error in cast("Sequence[GraphQLError]", core)])
        return core

    async def _finish(self, result: Awaitable[ExecutionResult]) -> GraphQLAnswer:
        try:
            async with asyncio.timeout(self.limits.timeout_seconds):
                return self._answer(await result)
        except TimeoutError:
            seconds = self.limits.timeout_seconds
            message = f"The request took longer than {seconds:g} seconds and was stopped. Ask for less, or try again."
            error = graphql_error("TIMEOUT", message, retryAfter=RETRY_SECONDS)
            return GraphQLAnswer({"errors": [error]}, Outcome.UNAVAILABLE)

    def _answer(self, result: ExecutionResult) -> GraphQLAnswer:
        if not result.errors:
            return GraphQLAnswer({"data": result.data}, Outcome.EXECUTED)
        errors = field_errors(result.errors, self.limits.max_errors)
        return GraphQLAnswer({"errors": errors, "data": result.data}, Outcome.PARTIAL)


class SizeUnclear(Exception):
    """An upper bound of the answer's size is above the limit, and its size may be below."""


def has_fragments(core: GraphQLCoreExecutor) -> bool:
    """Whether anything was completed by a compiled function, and its size measured by an upper bound."""
    return isinstance(core, CompiledExecution) and not core.answer_size.is_exact


def refusal(errors: list[dict[str, Any]]) -> GraphQLAnswer:
    return GraphQLAnswer({"errors": errors}, Outcome.REFUSED)


def too_large(error: AnswerTooLarge, operation: OperationDefinitionNode) -> GraphQLAnswer:
    changed = " Changes made before that are kept." if operation.operation is OperationType.MUTATION else ""
    return refusal([graphql_error("LIMIT_ANSWER", f"{error}{changed}")])


MUTATION_REFUSED = GraphQLAnswer(
    {"errors": [graphql_error("MUTATION_NOT_ALLOWED", "GET runs queries only. Send the mutation by POST.")]},
    Outcome.MUTATION_NOT_ALLOWED,
)
