"""The order of a list that two people changed at once."""

from collections.abc import Sequence


def merged_order(base: Sequence[str], theirs: Sequence[str], yours: Sequence[str]) -> list[str]:
    """Every id of either side, each once. One side's order holds where only it was changed, else yours; what only the
    other side has follows what it followed there."""
    has_your_order = _common(yours, base) != _common(base, yours)
    return arranged(yours, theirs) if has_your_order else arranged(theirs, yours)


def arranged(leading: Sequence[str], other: Sequence[str]) -> list[str]:
    """Every id of both: those of `leading` in its order, the others after what they follow in `other`."""
    order = list(leading)
    for position, id in enumerate(other):
        if id not in order:
            before = next((one for one in reversed(other[:position]) if one in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, id)
    return order


def is_order_contested(base: Sequence[str], theirs: Sequence[str], yours: Sequence[str]) -> bool:
    """Whether both sides moved what all three have, and not to the same order."""
    shared = set(base) & set(theirs) & set(yours)
    before, other, own = ([id for id in side if id in shared] for side in (base, theirs, yours))
    return other not in (before, own) and own != before


def _common(order: Sequence[str], with_: Sequence[str]) -> list[str]:
    return [id for id in order if id in with_]
