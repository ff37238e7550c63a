"""Forms as data, for rules that ask no database."""

from typing import Any

from cms.applications.form_version import FormVersion, form_version
from tests.applying import demo_steps

TERMS = {
    "applicant-types": ["cluster", "regional_authority", "other_sme_intermediary"],
    "sectors": ["circular-economy", "agrifood", "automotive"],
}


def demo_form() -> FormVersion:
    """The demo's, with a few terms of its vocabularies."""
    return form_version("form", 1, {"title": {"en": "Application"}, "steps": [_step(one) for one in demo_steps()]})


def form_with(*questions: dict[str, Any]) -> FormVersion:
    """Of one step."""
    return form_version("form", 1, {"steps": [{"key": "step", "questions": list(questions)}]})


def question(key: str, type: str = "text", **more: Any) -> dict[str, Any]:
    return {"key": key, "type": type, "label": {"en": key}, **more}


def _step(step: dict[str, Any]) -> dict[str, Any]:
    return {**step, "questions": [_question(one) for one in step["questions"]]}


def _question(one: dict[str, Any]) -> dict[str, Any]:
    if not (vocabulary := one.get("vocabulary")):
        return one
    options = [{"slug": slug, "label": {"en": slug}} for slug in TERMS[vocabulary]]
    return {**one, "options_from": vocabulary, "options": options}
