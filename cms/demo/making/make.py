"""Turns a job into the bytes of a file."""

from importlib import import_module
from typing import Any

# {kind: (module, function)}; a maker is imported when it is first needed, since each brings a large library.
MAKERS = {
    "picture": ("cms.demo.making.picture", "picture"),
    "logo": ("cms.demo.making.picture", "logo"),
    "pdf": ("cms.demo.making.pdf", "pdf"),
    "pptx": ("cms.demo.making.pptx", "pptx"),
}


def make(job: dict[str, Any]) -> bytes:
    """job: {make: kind of file, …} as the maker of that kind wants it; JSON values only."""
    module, function = MAKERS[job["make"]]
    return getattr(import_module(module), function)(job)
