"""The order in which fragments can be measured: each after everything that it spreads."""

from collections.abc import Mapping


class UnclearFragments(Exception):
    """A fragment spreads itself, or two have one name; the standard's validation explains it to the client."""


def in_order(spreads: Mapping[str, set[str]]) -> list[str]:
    """Names so that each comes after all that it spreads (iterative, fragments may form long chains)."""
    ordered: dict[str, None] = {}
    for root in spreads:
        path = [(root, iter(spreads[root]))]
        on_path = {root}
        while path:
            name, rest = path[-1]
            following = next((other for other in rest if other in spreads and other not in ordered), None)
            if following is None:
                ordered[name] = None
                on_path.discard(path.pop()[0])
            elif following in on_path:
                raise UnclearFragments(following)
            else:
                on_path.add(following)
                path.append((following, iter(spreads[following])))
    return list(ordered)
