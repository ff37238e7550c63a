"""What the report says of an object in one word."""

from collections.abc import Collection, Sequence

from cms.kernel.errors import Problem
from cms.transfer.plone.placing import Placed
from cms.transfer.report import Verdict

KEPT_HERE = frozenset(
    {
        "CHANGED_HERE",
        "CHANGED_ON_BOTH_SIDES",
        "LIVE_HERE",
        "OTHER_HERE",
        "OTHER_MOMENTS",
        "UNPUBLISHED_CHANGES",
        "UNPUBLISHED_HERE",
    }
)
"""Codes of problems that say that somebody's work here stays."""


def verdict_of(
    placed: Placed, changed: Collection[str], problems: Sequence[Problem], *, is_created: bool = False
) -> Verdict:
    """`changed`: the names of what is different now; `is_created`: earlier in the same import."""
    if is_created or placed.verdict == Verdict.NEW:
        return Verdict.NEW
    if changed:
        return Verdict.CHANGED
    return Verdict.KEPT if KEPT_HERE & {one.code for one in problems} else Verdict.SAME
