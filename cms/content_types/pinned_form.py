"""Keep the live version of a form as calls and applications need it."""

from datetime import datetime
from typing import Any

from storage.mongo import Session
from storage.repository import Repository


async def pin_form(repository: Repository, form: str, now: datetime, session: Session) -> int | None:
    """Keeps what is live of the form, and answers its version; None where it is not live."""
    live = await repository.published.get(form, session)
    if live is None:
        return None
    data = {"title": live["data"].get("title", {}), "steps": live["data"].get("steps", [])}
    await repository.pinned_forms.put(
        form, live["version"], await _with_options(repository, data, session), now, session
    )
    return live["version"]


async def _with_options(repository: Repository, data: dict[str, Any], session: Session) -> dict[str, Any]:
    """The terms of vocabularies among the options of the questions that name one."""
    questions = [one for step in data["steps"] for one in step.get("questions", ())]
    keys = sorted({one["vocabulary"] for one in questions if one.get("vocabulary")})
    found = await repository.published.data_of_vocabularies(keys, session) if keys else []
    terms = {one["key"]: one.get("terms", []) for one in found}
    steps = [
        {**step, "questions": [_question(one, terms) for one in step.get("questions", ())]} for step in data["steps"]
    ]
    return {**data, "steps": steps}


def _question(question: dict[str, Any], terms: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    if not (vocabulary := question.get("vocabulary")):
        return question
    kept = {name: value for name, value in question.items() if name != "vocabulary"}
    return {**kept, "options_from": vocabulary, "options": terms.get(vocabulary, [])}
