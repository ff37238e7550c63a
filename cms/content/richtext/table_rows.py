"""Excel leaves rows empty that merged cells cover."""

from dataclasses import dataclass
from typing import Any

from cms.content.richtext.inline import Node


@dataclass
class _Covering:
    """A cell that covers `left` of the rows below too."""

    attrs: dict[str, Any]
    left: int


def without_empty_rows(rows: list[Node]) -> list[Node]:
    """The rows that have cells; cells that covered others cover so many less, and none beyond the last row.

    `admin_ui/src/rich-text/paste/tableRows.ts` does the same.
    """
    covering: list[_Covering] = []
    for row in rows:
        cells = row["content"]
        for one in covering:
            one.left -= 1
            one.attrs["rowspan"] -= not cells
        covering = [one for one in covering if one.left > 0]
        spans = [cell["attrs"] for cell in cells if cell["attrs"]["rowspan"] > 1]
        covering += [_Covering(attrs, attrs["rowspan"] - 1) for attrs in spans]
    for one in covering:
        one.attrs["rowspan"] -= one.left
    return [row for row in rows if row["content"]]
