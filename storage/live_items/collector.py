"""Values that Python's garbage collector need not look at: it walks through all that it knows, and everybody waits.

A kept document refers to nothing but its own values, so that counting references is enough to take it away again.
"""

import ctypes
from sys import getsizeof
from typing import Any

_untrack = ctypes.pythonapi.PyObject_GC_UnTrack
"""https://docs.python.org/3/c-api/gcsupport.html#c.PyObject_GC_UnTrack"""
_untrack.argtypes, _untrack.restype = [ctypes.py_object], None


def hide_from_collector(value: Any) -> int:
    """Of a value of dictionaries, lists and what has no parts, that nobody writes to. Its size in bytes, with all that
    it holds."""
    size = getsizeof(value)
    if isinstance(value, dict):
        for name, one in value.items():
            size += getsizeof(name) + hide_from_collector(one)
        _untrack(value)
    elif isinstance(value, list | tuple):
        for one in value:
            size += hide_from_collector(one)
        _untrack(value)
    return size
