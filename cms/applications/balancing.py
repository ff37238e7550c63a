"""Who reviews what, so that everybody has about as much to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanting:
    """An application that has `present` reviewers at work on it; `barred` ones declared a conflict of interest."""

    id: str
    present: Sequence[str] = ()
    barred: frozenset[str] = frozenset()


def balanced(applications: Sequence[Wanting], loads: Mapping[str, int], each: int) -> dict[str, list[str]]:
    """{application: people to add}, so that each gets up to `each` reviewers, whoever has least first; of equals
    whoever comes first in `loads`, {person: applications that he or she has already}."""
    load = dict(loads)
    added: dict[str, list[str]] = {}
    for one in sorted(applications, key=lambda one: len(load) - len(one.barred)):
        for _turn in range(each - len(one.present)):
            chosen = added.setdefault(one.id, [])
            free = [who for who in load if who not in one.barred and who not in one.present and who not in chosen]
            if not free:
                break
            least = min(free, key=load.__getitem__)
            load[least] += 1
            chosen.append(least)
    return {id: people for id, people in added.items() if people}
