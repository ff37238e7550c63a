"""Whoever reads the clock for a visitor's answer says when it will be another one, or stands here with a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2] / "schema/delivery"
SAYS = {"changes_at", "changes_with", "listed", "not_hidden", "next_of"}
"""What a function calls that says it."""
REASONS = {
    "lists/connections.py filtered": "the list that is filtered so is read by `page`, which asks `listed`",
    "projection/read_context.py __init__": "keeps it",
    "projection/read_context.py in_locale": "hands it on",
    "types/blocks.py _editions": "the list that is narrowed so is read by `_listed`, which asks `listed`",
    "applications/application.py cutoff": "an applicant's own, which is not kept for others",
    "applications/application.py _problems": "an applicant's own, which is not kept for others",
    "applications/mutation.py told": "a mutation, which is not kept",
}
"""{file and function: why it need not}"""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)} {node.name}", node


def names(function: Function) -> set[str]:
    """Of functions and attributes (also ".attribute") that it uses itself, not in functions inside it."""
    found, left = set[str](), list[ast.AST](function.body)
    while left:
        node = left.pop()
        if isinstance(node, Function):
            continue
        if isinstance(node, ast.Attribute):
            found |= {node.attr, f".{node.attr}"}
        if isinstance(node, ast.Name):
            found.add(node.id)
        left += ast.iter_child_nodes(node)
    return found


def test_each_use_of_the_clock_says_when_its_answer_changes() -> None:
    uses = {name: used for name, function in functions() if {".now", ".clock"} & (used := names(function))}
    silent = {name for name, used in uses.items() if not SAYS & used}

    assert len(uses) > 8
    assert silent == set(REASONS)
