"""Execution that completes whole subtrees by compiled functions, and all the rest as graphql-core does it."""

from collections.abc import Awaitable, Iterable
from typing import Any, cast

import orjson
from graphql import GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, is_non_null_type, is_object_type
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import Path

from cms.kernel.turns import next_turn
from schema.execution.answer_size import AnswerSize, AnswerTooLarge
from schema.execution.compiled.bail import Bail, NotYet
from schema.execution.compiled.call import Call
from schema.execution.compiled.compiling import Compiling
from schema.execution.compiled.plans import Plan, Plans
from schema.execution.compiled.readable import Readable, readable_of
from schema.execution.compiled.whole_lists import WholeList, readable_of_all
from schema.execution.compiled.writer import Writer
from schema.execution.documents import Document
from schema.execution.fair_execution import FairExecution


class CompiledExecution(FairExecution):
    """Of one query. What a compiled function has completed stands in the result as `orjson.Fragment`.

    Where a function bails out or fails, graphql-core completes the same object anew: errors, their paths and nulls are
    its own, always.
    """

    def __init__(
        self,
        *args: Any,
        answer_size: AnswerSize,
        prepared: Document,
        compiling: Compiling,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, answer_size=answer_size, **kwargs)
        self._document = prepared
        self._call = Call(self.variable_values, hide_suggestions=self.hide_suggestions)
        self._known: dict[tuple[GraphQLObjectType, int, Readable | None], tuple[FieldDetailsList, Plan | None]] = {}
        self._compiling = compiling
        self._writer: Writer | None = None
        self._errors_met = 0

    def complete_object_value(
        self,
        return_type: GraphQLObjectType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        readable = readable_of(result)
        plan = self._plan(return_type, field_details_list, readable)
        given = return_type, field_details_list, info, path, result, position_context
        if plan is None or plan.is_given_up:
            return super().complete_object_value(*given)
        plan.uses += 1
        try:
            entry = result._entry if readable else result
            completed = written(plan.function(entry, self._call.begun()))
        except Bail:
            plan.bails += 1
            return super().complete_object_value(*given)
        except Exception as fault:  # noqa: BLE001  whatever it is, graphql-core meets it or the fault is noted
            plan.bails += 1
            return self._anew(fault, *given)
        self.answer_size.add_compiled(len(completed) * plan.weight)
        return orjson.Fragment(completed)

    def complete_iterable_value(
        self,
        item_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo,
        path: Path,
        items: Iterable[Any],
        position_context: Any,
    ) -> Any:
        given = item_type, field_details_list, info, path, items, position_context
        readable = readable_of_all(items)
        shown = item_type.of_type if is_non_null_type(item_type) else item_type
        plan = self._plan(shown, field_details_list, readable) if readable and is_object_type(shown) else None
        if plan is None or plan.is_given_up:
            return super().complete_iterable_value(*given)
        whole = WholeList(plan.function, plan.weight, cast("list[Any]", items))
        try:
            has_rest = whole.go_on(self._call, self.answer_size)
        except AnswerTooLarge:
            raise
        except Exception:  # noqa: BLE001  then item by item: each bails out or fails by itself
            return super().complete_iterable_value(*given)
        return self._rest_of_list(whole, given) if has_rest else whole.json()

    async def _rest_of_list(self, whole: WholeList, given: tuple[Any, ...]) -> Any:
        try:
            while True:
                await next_turn()
                if not whole.go_on(self._call, self.answer_size):
                    return whole.json()
        except AnswerTooLarge:
            raise
        except Exception:  # noqa: BLE001  as above
            completed = super().complete_iterable_value(*given)
            return await completed if self.is_awaitable(completed) else completed

    def _plan(self, type: GraphQLObjectType, details: FieldDetailsList, readable: Readable | None) -> Plan | None:
        key = type, id(details), readable
        known = self._known.get(key)
        if known is None:
            # the list is kept so that its id stays its own
            known = self._known[key] = details, self._compiled(type, details, readable)
        return known[1]

    def _compiled(self, type: GraphQLObjectType, details: FieldDetailsList, readable: Readable | None) -> Plan | None:
        """Views are met by graphql-core as long as no function is begun: then they are read from their entries."""
        writer = self._writer = self._writer or self._begun()
        if writer is None:
            return None
        try:
            return writer.plan(type, details, readable, meets_views=readable is not None)
        except NotYet:
            return None
        except Exception as fault:  # noqa: BLE001  graphql-core can do without
            self._compiling.faults.note(fault, self._document.hash, type.name)
            return None
        finally:
            self._document.plan_bytes = self._document.plans[Plans].bytes

    def _begun(self) -> Writer | None:
        """None for a document that came once: to compile it costs about as much as to execute it."""
        if not self._document.is_kept:
            return None
        plans: Plans | None = self._document.plans.get(Plans)
        if plans is None:
            plans = self._document.plans[Plans] = Plans(self._document.ast)
        variant = plans.variant(self.variable_values.coerced)
        return None if variant is None else Writer(self, plans, variant, self._compiling)

    def forget(self) -> None:
        self._writer = None  # it knows the execution
        super().forget()

    def handle_field_error(
        self, raw_error: Exception, return_type: GraphQLOutputType, field_details_list: FieldDetailsList, path: Path
    ) -> None:
        """Those below a place that is null already are met too, but not collected."""
        self._errors_met += 1
        super().handle_field_error(raw_error, return_type, field_details_list, path)

    def _anew(self, fault: Exception, *given: Any) -> Any:
        """A fault is ours unless graphql-core meets an error there, too."""
        before = self._errors_met
        completed = super().complete_object_value(*given)
        if self.is_awaitable(completed):
            return self._anew_later(fault, completed, before, given[0].name)
        self._note(fault, before, given[0].name)
        return completed

    async def _anew_later(self, fault: Exception, completed: Awaitable[Any], before: int, type_name: str) -> Any:
        result = await completed
        self._note(fault, before, type_name)
        return result

    def _note(self, fault: Exception, errors_before: int, type_name: str) -> None:
        if self._errors_met == errors_before:
            self._compiling.faults.note(fault, self._document.hash, type_name)


def written(value: Any) -> bytes:
    """Raises Bail for what JSON cannot have, such as half of a surrogate pair: it is the content that is at fault."""
    try:
        return orjson.dumps(value)
    except TypeError:
        raise Bail from None
