"""What an answer shows in many places is completed once."""

from typing import Any

from schema.execution.compiled.call import Call
from schema.execution.compiled.plans import Function


def once(function: Function) -> Function:
    """For entries that several places of a request share: the speakers of a programme, the files of its talks. The
    result is the same object wherever it stands; its lists count in each place, as they are written in each."""

    def complete(entry: Any, call: Call) -> Any:
        key = function, entry
        known = call.completed.get(key)
        if known is not None:
            completed, items = known
            if items:
                call.spend(items)
            return completed
        before = call.left
        completed = function(entry, call)
        call.completed[key] = completed, before - call.left
        return completed

    return complete
