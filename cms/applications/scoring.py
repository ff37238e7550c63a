"""Scores of one reviewer: whole numbers from 0 to the criterion's maximum, weighted to 100 points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.kernel.errors import Problem

SCALE = 5
"""What scores are compared on, whatever the maximum of their criterion."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """`label`: {locale: text}. The weights of a call add up to 100."""

    key: str
    weight: int
    max: int
    label: Mapping[str, str]


def criteria_of(call: Mapping[str, Any]) -> list[Criterion]:
    """`call`: the data of a call for hosts."""
    return [
        Criterion(one["key"], one.get("weight", 0), one.get("max") or SCALE, one.get("label") or {})
        for one in call.get("criteria", ())
        if one.get("key")
    ]


def score_problems(
    criteria: Sequence[Criterion], scores: Mapping[str, int], *, is_complete: bool = False
) -> list[Problem]:
    """What is wrong with scores; `is_complete`: they are to count, so none may be missing."""
    known = {one.key: one for one in criteria}
    found = [
        Problem("scores", "UNKNOWN_CRITERION", f"The call has no criterion {key[:64]}.")
        for key in scores
        if key not in known
    ]
    found += [
        Problem(f"scores.{key}", "OUT_OF_RANGE", f"Give a whole number from 0 to {known[key].max}.")
        for key, score in scores.items()
        if key in known and (type(score) is not int or not 0 <= score <= known[key].max)
    ]
    if is_complete:
        found += [
            Problem(f"scores.{one.key}", "REQUIRED", "Give a score for each criterion.")
            for one in criteria
            if one.key not in scores
        ]
    return found


def points(criteria: Sequence[Criterion], scores: Mapping[str, int]) -> float:
    """0 to 100, what is not scored counting as 0."""
    total = sum(one.weight for one in criteria) or 1
    return sum(one.weight * scores.get(one.key, 0) / one.max for one in criteria) * 100 / total


def on_scale(criterion: Criterion, score: float) -> float:
    """The same score on the scale from 0 to 5."""
    return score * SCALE / criterion.max
