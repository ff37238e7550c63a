"""What is answered after a button was pressed on a step: another page, the same one with what is wrong, or JSON."""

from collections.abc import Collection
from dataclasses import dataclass

from starlette.responses import JSONResponse, RedirectResponse, Response

from cms.applications.conditions import is_asked
from cms.applications.form_version import Step
from cms.applications.pages.answer_marks import mark_of
from cms.applications.pages.draft import Draft
from cms.applications.pages.moments import moment_label
from cms.applications.pages.policy import page_headers
from cms.applications.pages.question_view import question_view
from cms.applications.pages.rendering import rendered_block
from cms.applications.pages.step_view import Shown, StepLine, given_for, step_lines, step_view
from cms.applications.pages.summary import summary_lines
from cms.applications.pages.visit import SEE_OTHER, Visit
from cms.content.localization import pick
from storage.documents import HostApplication


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button: continue, back, later, save, add:<question>, remove:<question>:<number>, upload:<question>,
    remove-file:<id>; or "read" and "conflict", which no button says. `target`: the question or the file."""

    verb: str
    target: str = ""
    number: int | None = None

    @classmethod
    def read(cls, text: str) -> "Pressed":
        verb, _, rest = text[:200].partition(":")
        target, _, number = rest.partition(":")
        return cls(verb or "continue", target, int(number) if number.isdecimal() and len(number) < 3 else None)


@dataclass(frozen=True, slots=True)
class Note:
    kind: str
    text: str


def show(
    visit: Visit,
    draft: Draft,
    number: int,
    step: Step,
    shown: Shown,
    *,
    note: str | None = None,
    status: int = 200,
    kind: str = "",
) -> Response:
    """The page of a step."""
    application = draft.application
    note = note or returned_note(visit, application)
    below = draft.step_url(step).removeprefix(visit.place.url)
    return visit.render(
        "step.html",
        page=visit.page(below),
        status=status,
        step=step_view(draft, number, step, shown),
        steps=step_lines(draft, visit),
        revision=application.revision,
        draft=f"{application.id}/{step.key}",
        deadline=deadline_label(visit, draft),
        urls={"review": f"{draft.url}review"},
        problems=summary_lines(draft.form, shown.problems, visit.locale),
        note=Note(kind, note) if note else None,
    )


def returned_note(visit: Visit, application: HostApplication) -> str | None:
    """What somebody reads whose application was sent back to be completed."""
    if application.return_deadline is None:
        return None
    told = application.history[-1].message
    message, _locale = pick(told, (visit.locale, "en", *sorted(told)))
    text = visit.say("status.returned", at=moment_label(visit, application.return_deadline))
    return f"{text} {message}" if message else text


def deadline_label(visit: Visit, draft: Draft) -> str | None:
    """Until when it may be sent; None where that is not known yet, or over."""
    if draft.application.return_deadline is not None:
        return moment_label(visit, draft.application.return_deadline)
    return draft.chosen.label(visit.locale) if draft.chosen and not draft.chosen.passed else None


def after_step(
    visit: Visit, draft: Draft, number: int, step: Step, pressed: Pressed, shown: Shown, asked: frozenset[str]
) -> Response:
    """`asked`: the questions that stood on the page."""
    broken = draft.broken_rules(step) if pressed.verb == "continue" else []
    if shown.problems or broken:
        told = Shown(shown.typed, _each_once([*shown.problems, *broken]), growing=shown.growing)
        return show(visit, draft, number, step, told, status=422)
    return RedirectResponse(_next(visit, draft, number, step, pressed, asked), SEE_OTHER, page_headers())


def _each_once(problems: list) -> list:
    return list({problem.field: problem for problem in reversed(problems)}.values())[::-1]


def _next(visit: Visit, draft: Draft, number: int, step: Step, pressed: Pressed, asked: frozenset[str]) -> str:
    here, steps = draft.step_url(step), draft.form.steps
    match pressed.verb:
        case "continue":
            if new := _new_question(draft, step, asked):
                return f"{here}?asked=1#q-{new}"
            return draft.step_url(steps[number]) if number < len(steps) else f"{draft.url}review"
        case "back":
            return draft.step_url(steps[max(0, number - 2)])
        case "later":
            return f"{visit.place.url}applications"
        case "add" if pressed.target in draft.form.questions:
            return f"{here}?more={pressed.target}#q-{pressed.target}"
        case "remove" | "upload" if pressed.target in draft.form.questions:
            return f"{here}#q-{pressed.target}"
        case _:
            return here


def _new_question(draft: Draft, step: Step, asked: frozenset[str]) -> str | None:
    """The first that is asked because of what was just answered."""
    now = (one.key for one in step.questions if is_asked(draft.form, one, draft.application.answers))
    return next((key for key in now if key not in asked), None)


def step_json(
    visit: Visit,
    draft: Draft,
    step: Step,
    pressed: Pressed,
    shown: Shown,
    asked: Collection[str] | None = None,
    *,
    status: int = 200,
    message: str | None = None,
) -> Response:
    """{revision, marks: {question: mark}, problems: {field: message}, blocks: {question: HTML}, steps: [{done, words}],
    message?}. `marks`: of the questions that were `asked`, None for all: the page may not show what others are.
    `blocks`: the question whose button was pressed, or those of which another window says something else."""
    given = given_for(draft, shown)
    keys = _to_replace(draft, step, pressed, shown)
    questions = [one for one in step.questions if one.key in keys]
    blocks = {one.key: rendered_block("question", question_view(one, given), draft.locale) for one in questions}
    problems = {one.field: one.message for one in shown.problems}
    marked = [one.key for one in step.questions if asked is None or one.key in asked]
    marks = {key: mark_of(draft.application.answers.get(key)) for key in marked}
    steps = [{"done": not one.missing, "words": missing_words(visit, one)} for one in step_lines(draft, visit)]
    revision = draft.application.revision
    answer = {"revision": revision, "marks": marks, "problems": problems, "blocks": blocks, "steps": steps}
    return JSONResponse({**answer, "message": message} if message else answer, status, page_headers())


def missing_words(visit: Visit, line: StepLine) -> str:
    """ "2 answers missing"."""
    return visit.say("step.missing", count=line.missing) if line.missing else visit.say("step.complete")


def _to_replace(draft: Draft, step: Step, pressed: Pressed, shown: Shown) -> frozenset[str]:
    if pressed.verb in ("add", "remove", "upload"):
        return frozenset([pressed.target])
    if pressed.verb == "read":
        return frozenset(one.key for one in step.questions)
    if pressed.verb == "remove-file":
        return frozenset(one.key for one in step.questions if one.kind.takes_files)
    return frozenset(shown.theirs)
