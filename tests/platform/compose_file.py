"""`docker-compose.yml` as Docker Compose would see it, as far as the tests ask."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
# ${NAME}, ${NAME:-default} and ${NAME:?message}; a default may hold another variable. $$ is a plain dollar sign.
VARIABLE = re.compile(r"(?<!\$)\$\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<rest>(?:[^{}]|\{[^{}]*\})*))?\}")


def load(text: str | None = None) -> dict[str, Any]:
    """The file with its anchors merged; variables still stand in it."""
    return yaml.safe_load(text if text is not None else (ROOT / "docker-compose.yml").read_text("utf-8"))


def uses(text: str) -> list[tuple[str, str, str]]:
    """(name, "-" or "?" or "", default or message) of every variable, those in defaults too."""
    found: list[tuple[str, str, str]] = []
    for match in VARIABLE.finditer(text):
        rest = match["rest"] or ""
        found += [(match["name"], match["kind"] or "", rest), *uses(rest)]
    return found


def interpolated(text: str, values: dict[str, str]) -> str:
    """Raises KeyError for a required variable without a value."""

    def value(match: re.Match[str]) -> str:
        if given := values.get(match["name"]):
            return given
        if match["kind"] == "-":
            return interpolated(match["rest"], values)
        raise KeyError(match["name"])

    return VARIABLE.sub(value, text)
