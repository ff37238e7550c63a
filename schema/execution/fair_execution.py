"""Execution that takes turns with others on the event loop, and stops where its answer becomes too large."""

from collections.abc import Awaitable, Callable, Iterable
from inspect import iscoroutine
from typing import Any

from graphql import GraphQLLeafType, GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, Undefined
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
from graphql.pyutils import Path, gather_with_cancel
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from cms.kernel.turns import let_others_go_on, next_turn, turn_is_over
from schema.execution.answer_size import AnswerSize, AnswerTooLarge

GoOn = Callable[[], bool]
"""Works until the turn is over or all is done; whether something is left to do."""


class FairExecution(StrawberryGraphQLCoreExecutionContext):
    """Objects and lists are completed at once as long as that is short, as graphql-core does it; where it takes longer
    than a turn the rest follows in later ones.

    What awaits something is awaited before the next turn: so there is one unfinished place at a time, not one at every
    level.
    """

    def __init__(self, *args: Any, answer_size: AnswerSize, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answer_size = answer_size

    def forget(self) -> None:
        """Once the answer stands: without it the whole execution waits for a walk of Python's garbage collector."""
        if not self.background_futures:
            del self.async_helpers

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> Any:
        self.answer_size.add_names(grouped_field_set)
        results: dict[str, Any] = {}
        waiting: list[str] = []
        fields = iter(grouped_field_set.items())

        def go_on() -> bool:
            for name, details in fields:
                field_path = Path(path, name, parent_type.name)
                result = self.execute_field(parent_type, source_value, details, field_path, position_context)
                if result is not Undefined:
                    results[name] = result
                    if self.is_awaitable(result):
                        waiting.append(name)
                if turn_is_over():
                    return True
            return False

        return self._completed(go_on, results, waiting)

    def complete_iterable_value(
        self,
        item_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo,
        path: Path,
        items: Iterable[Any],
        position_context: Any,
    ) -> Any:
        """Without `@stream`, which this server does not know."""
        results: list[Any] = []
        waiting: list[int] = []
        rest = enumerate(items)
        about = (item_type, field_details_list, info)

        def go_on() -> bool:
            for index, item in rest:
                item_path = path.add_key(index, None)
                if self.is_awaitable(item):
                    later = self.complete_awaitable_list_item_value(item, *about, item_path, position_context)
                    results.append(later)
                    waiting.append(index)
                elif self.complete_list_item_value(item, results, *about, item_path, position_context):
                    waiting.append(index)
                if turn_is_over():
                    return True
            return False

        return self._completed(go_on, results, waiting)

    async def with_abort_signal(self, awaitable: Awaitable[Any]) -> Any:
        """Each resolver that awaits something begins and goes on in a turn: thirty that wait for the same answer would
        else all go on in one round."""
        try:
            await let_others_go_on()
        except BaseException:
            if iscoroutine(awaitable):
                awaitable.close()
            raise
        result = await super().with_abort_signal(awaitable)
        await let_others_go_on()
        return result

    def complete_leaf_value(  # pyright: ignore[reportIncompatibleMethodOverride]  static there, always called on self
        self, return_type: GraphQLLeafType, result: Any
    ) -> Any:
        completed = super().complete_leaf_value(return_type, result)
        self.answer_size.add(completed)
        return completed

    def handle_field_error(
        self, raw_error: Exception, return_type: GraphQLOutputType, field_details_list: FieldDetailsList, path: Path
    ) -> None:
        if isinstance(raw_error, AnswerTooLarge):
            raise raw_error
        super().handle_field_error(raw_error, return_type, field_details_list, path)

    def _completed(self, go_on: GoOn, results: Any, waiting: list[Any]) -> Any:
        """The results, or an awaitable of them where some of them wait or the turn is over."""
        has_rest = self._went_on(go_on, results, waiting)
        return self._rest(go_on, has_rest, results, waiting) if has_rest or waiting else results

    async def _rest(self, go_on: GoOn, has_rest: bool, results: Any, waiting: list[Any]) -> Any:
        await self._settle(results, waiting)
        while has_rest:
            if turn_is_over():
                await next_turn()
            has_rest = self._went_on(go_on, results, waiting)
            await self._settle(results, waiting)
        return results

    def _went_on(self, go_on: GoOn, results: Any, waiting: list[Any]) -> bool:
        try:
            return go_on()
        except Exception:
            if waiting:
                self.settle_in_background([results[key] for key in waiting])
            raise

    async def _settle(self, results: Any, waiting: list[Any]) -> None:
        """Awaits the results that wait, all at the same time."""
        if not waiting:
            return
        awaitables: list[Awaitable[Any]] = [results[key] for key in waiting]
        settled = [await awaitables[0]] if len(awaitables) == 1 else await gather_with_cancel(*awaitables)
        for key, value in zip(waiting, settled, strict=True):
            results[key] = value
        waiting.clear()
