"""What must hold of a form before a call may ask it: every answer has its own place, every condition can be met."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cms.content.questions.registry import KINDS
from cms.kernel.errors import Problem

Data = Mapping[str, Any]


def form_problems(steps: Sequence[Data]) -> Iterator[Problem]:
    """Of the data of a form; fields are paths with the ids of steps and questions."""
    yield from _repeated(steps, "steps", "Two steps have the key {key}; give each its own.")
    placed = [(f"steps.{step.get('id')}.questions", one) for step in steps for one in step.get("questions", ())]
    yield from _repeated_questions(placed)
    before: dict[str, Data] = {}
    everywhere = {str(one.get("key")) for _at, one in placed}
    for at, question in placed:
        where = f"{at}.{question.get('id')}"
        yield from _own_problems(question, where)
        yield from _condition_problems(question, where, before, everywhere)
        before[str(question.get("key"))] = question


def _repeated(elements: Sequence[Data], at: str, message: str, name: str = "key") -> Iterator[Problem]:
    seen = set[Any]()
    for one in elements:
        key = one.get(name)
        if key in seen:
            yield Problem(f"{at}.{one.get('id')}.{name}", "REPEATED", message.format(key=key))
        seen.add(key)


def _repeated_questions(placed: Sequence[tuple[str, Data]]) -> Iterator[Problem]:
    seen = set[Any]()
    for at, one in placed:
        key = one.get("key")
        if key in seen:
            message = f"Two questions have the key {key}; answers would be mixed up."
            yield Problem(f"{at}.{one.get('id')}.key", "REPEATED", message)
        seen.add(key)


def _own_problems(question: Data, where: str) -> Iterator[Problem]:
    if kind := KINDS.get(question.get("type", "")):
        for one in kind.form_faults(question):
            yield Problem(f"{where}.{one.setting}", one.code, one.message)
    yield from _repeated(question.get("options", ()), f"{where}.options", "Two options are called {key}.", "slug")
    least, most = question.get("min"), question.get("max")
    if least is not None and most is not None and least > most:
        yield Problem(f"{where}.max", "BELOW_LEAST", "This is less than the least.")


def _condition_problems(
    question: Data, where: str, before: Mapping[str, Data], everywhere: set[str]
) -> Iterator[Problem]:
    for name in ("show_if", "waived_if"):
        condition = question.get(name)
        if not condition:
            continue
        key = condition.get("question")
        if key not in everywhere:
            message = f"{question.get('key')} depends on a question that is not there."
            yield Problem(f"{where}.{name}", "UNKNOWN_QUESTION", message)
        elif key in before:
            yield from _value_problems(condition, before[key], f"{where}.{name}")
        elif name == "show_if":
            yield Problem(f"{where}.{name}", "ASKED_LATER", "It depends on a question that comes later; move it below.")


def _value_problems(condition: Data, asked: Data, at: str) -> Iterator[Problem]:
    kind = KINDS.get(asked.get("type", ""))
    values, known = condition.get("values", ()), kind.condition_values(asked) if kind else None
    if not values:
        yield Problem(at, "NO_VALUES", "Choose the answers with which it holds.")
    if known is not None and (unknown := [one for one in values if one not in known]):
        yield Problem(at, "UNKNOWN_OPTION", f"{asked.get('key')} has no option {', '.join(unknown)}.")
