"""The text of one compiled function while it is written: its names, and the Python values that it refers to."""

import builtins
import keyword
import re
from typing import Any

NO_NAME = re.compile(r"\W")
BUILT_IN = frozenset(dir(builtins))


class Source:
    """Names are readable and never taken twice; values enter the code as constants, texts by `repr`."""

    def __init__(self) -> None:
        self.constants: dict[str, Any] = {}
        self._named: dict[int, str] = {}
        self._taken: set[str] = set(BUILT_IN)

    def constant(self, value: Any, name: str) -> str:
        """The name by which the code finds this very object; the same one for the same object."""
        known = self._named.get(id(value))
        if known is None:
            known = self._named[id(value)] = self.fresh(name)
            self.constants[known] = value
        return known

    def fresh(self, name: str) -> str:
        """`name`, or `name_2`, `name_3` … where that is taken."""
        wanted = NO_NAME.sub("_", name) or "value"
        if wanted[0].isdigit() or keyword.iskeyword(wanted):
            wanted = f"_{wanted}"
        found, count = wanted, 1
        while found in self._taken:
            count += 1
            found = f"{wanted}_{count}"
        self._taken.add(found)
        return found
