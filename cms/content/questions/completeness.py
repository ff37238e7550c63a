"""A kind of question that leaves something out is refused at import, with what is missing and what to do."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

EXAMPLE = "cms/content/questions/number.py"


class IncompleteKind(TypeError):
    pass


def check_complete(kind: type, known: Mapping[str, Any]) -> None:
    """Raises IncompleteKind."""
    if faults := [*_unsaid(kind), *_undone(kind), *_taken(kind, known), *_without_template(kind)]:
        where = f"{_file(kind)}: the kind of question {kind.__name__}"
        raise IncompleteKind("\n".join(f"{where} {one}" for one in faults))


def template_of(kind: type) -> Path:
    return _file(kind).with_name(f"{getattr(kind, 'name', '')}.html")


def _unsaid(kind: type) -> Iterator[str]:
    for name, example in (("name", '"number"'), ("label", '"Number"'), ("place", "60")):
        if not getattr(kind, name, None):
            yield f"has no {name}. Write it into the class, such as `{name} = {example}` in {EXAMPLE}."


def _undone(kind: type) -> Iterator[str]:
    """Asked of each method, as Python notes the abstract ones of a class after this alone."""
    for name in dir(kind):
        method = None if name.startswith("_") else getattr(kind, name)
        if getattr(method, "__isabstractmethod__", False):
            told = " ".join((method.__doc__ or "").split())
            yield f'does not answer `{name}` ("{told}"). Write this method, as {EXAMPLE} does.'


def _taken(kind: type, known: Mapping[str, Any]) -> Iterator[str]:
    for name, other in known.items():
        if name == getattr(kind, "name", None):
            yield f"has the name {name} of {type(other).__name__}. Answers would be mixed up: choose another name."
        if other.place == getattr(kind, "place", None):
            yield f"has the place {other.place} of {type(other).__name__}. Choose a number between two others."


def _without_template(kind: type) -> Iterator[str]:
    if getattr(kind, "name", None) and not (template := template_of(kind)).is_file():
        yield f"has no control. Write the template {template}, as {EXAMPLE.replace('.py', '.html')} beside its class."


def _file(kind: type) -> Path:
    return Path(getattr(sys.modules.get(kind.__module__), "__file__", None) or f"{kind.__module__}.py")
