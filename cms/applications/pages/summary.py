"""The list of what is wrong, at the top of a page: each line leads to where it can be mended."""

from collections.abc import Iterable
from dataclasses import dataclass

from cms.applications.form_version import FormVersion
from cms.content.questions.question import text_of
from cms.kernel.errors import Problem


@dataclass(frozen=True, slots=True)
class SummaryLine:
    href: str
    message: str


def summary_lines(form: FormVersion, problems: Iterable[Problem], locale: str, *, base: str = "") -> list[SummaryLine]:
    """ "Objectives – Give at least 1." `base`: the address of the steps, with a slash at the end, where the questions
    stand on other pages."""
    return [_line(form, one, locale, base) for one in problems]


def _line(form: FormVersion, problem: Problem, locale: str, base: str) -> SummaryLine:
    key = problem.field.partition(".")[0]
    question = form.questions.get(key)
    if question is None:
        return SummaryLine("#main", problem.message)
    page = f"{base}{form.step_of(key)}" if base else ""
    return SummaryLine(
        f"{page}#{anchor(form, problem.field)}", f"{text_of(question.label, locale)} – {problem.message}"
    )


def anchor(form: FormVersion, field: str) -> str:
    """The id of the input that a problem is about; of the first one where it is about several."""
    key, _dot, rest = field.partition(".")
    question = form.questions.get(key)
    if question is None:
        return "main"
    return question.kind.field_id(question, rest.split(".") if rest else [])
