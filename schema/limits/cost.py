"""Costs as small sums: what depends on variables is evaluated for each request."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from . import LimitExceeded, Limits
from .page_size import page_too_large


@dataclass(frozen=True, slots=True)
class Scaled:
    """`factor` × the page size × `inner`: the largest of those in `variables` (a number, or a list of ids) and of the
    `literal` one, `fallback` where all of them are null."""

    factor: int
    variables: tuple[str, ...]
    literal: int | None
    fallback: int
    inner: "Cost"


@dataclass(frozen=True, slots=True)
class Given:
    """`factor` × the number of values in `variable`."""

    factor: int
    variable: str


@dataclass(frozen=True, slots=True)
class Cost:
    fixed: int = 0
    scaled: tuple[Scaled, ...] = ()
    given: tuple[Given, ...] = ()

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.fixed + other.fixed, self.scaled + other.scaled, self.given + other.given)

    def times(self, factor: int) -> "Cost":
        scaled = tuple(replace(part, factor=part.factor * factor) for part in self.scaled)
        given = tuple(Given(part.factor * factor, part.variable) for part in self.given)
        return Cost(self.fixed * factor, scaled, given)

    def value(self, pages: Mapping[str, Any], sizes: Mapping[str, int] | None = None) -> int:
        """`pages`: page sizes by variable; `sizes`: numbers of values by variable."""
        total = self.fixed + sum(part.factor * (sizes or {}).get(part.variable, 0) for part in self.given)
        for part in self.scaled:
            total += part.factor * page_size(pages, part) * part.inner.value(pages, sizes)
        return total


def page_size(pages: Mapping[str, Any], part: Scaled) -> int:
    sizes = [part.literal, *(pages.get(variable) for variable in part.variables)]
    given = [len(size) if isinstance(size, list) else max(size, 0) for size in sizes if size is not None]
    return max(given, default=part.fallback)


@dataclass(frozen=True, slots=True)
class OperationCost:
    """Fields of the answer."""

    cost: Cost
    page_variables: frozenset[str]

    def check(self, variables: Mapping[str, Any], limits: Limits) -> int:
        """How many. Raises `LimitExceeded`: LIMIT_PAGE_SIZE or LIMIT_COST. The variables are coerced, with their
        defaults."""
        for name in self.page_variables:
            if (variables.get(name) or 0) > limits.max_page_size:
                raise page_too_large(variables[name], limits, None)
        cost = self.cost.value(variables)
        if cost > limits.max_cost:
            message = f"The answer could have {cost} fields, {limits.max_cost} are allowed."
            raise LimitExceeded(
                "LIMIT_COST", f"{message} Ask for smaller pages (`first` or `last`), or for fewer nested lists."
            )
        return cost
