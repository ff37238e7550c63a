"""Makes `docs/settings.md` from the fields of `cms.kernel.settings`: `python -m cms.kernel.settings_reference >
docs/settings.md`."""

import sys
from types import NoneType
from typing import Any, get_args

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from cms.kernel.settings import PREFIX, Settings

HEAD = """# Settings

All settings are environment variables; an empty one counts as not set. This page is made from `cms/kernel/settings.py`
by `make docs`.

| Variable | Default | What it does |
|---|---|---|
"""


def settings_reference() -> str:
    """The page, in Markdown."""
    return HEAD + "".join(_row(name, field) for name, field in Settings.model_fields.items())


def _row(name: str, field: FieldInfo) -> str:
    description = " ".join((field.description or "").split())
    if _is_secret(field.annotation):
        description += " *Secret.*"
    return f"| `{PREFIX}{name.upper()}` | {_shown(field.default)} | {description} |\n"


def _shown(default: Any) -> str:
    return "" if default is None else f"`{default}`"


def _is_secret(annotation: Any) -> bool:
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
    return annotation is SecretStr or any(_is_secret(kind) for kind in kinds)


if __name__ == "__main__":
    sys.stdout.write(settings_reference())
