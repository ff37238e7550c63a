"""Values that Python's garbage collector need not look at: it walks through all that it knows, and everybody waits.

A kept document refers to nothing but its own values, so that counting references is enough to take it away again.
"""

import ctypes
from typing import Any

_untrack = ctypes.pythonapi.PyObject_GC_UnTrack
"""https://docs.python.org/3/c-api/gcsupport.html#c.PyObject_GC_UnTrack"""
_untrack.argtypes, _untrack.restype = [ctypes.py_object], None


def hide_from_collector(value: Any) -> None:
    """A value of dictionaries, lists and what has no parts, that nobody writes to."""
    if isinstance(value, dict):
        for one in value.values():
            hide_from_collector(one)
        _untrack(value)
    elif isinstance(value, list | tuple):
        for one in value:
            hide_from_collector(one)
        _untrack(value)
