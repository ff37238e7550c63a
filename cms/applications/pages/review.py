"""Everything once more, what is missing, and the button that sends it."""

from dataclasses import dataclass
from secrets import token_urlsafe

from starlette.responses import RedirectResponse, Response

from cms.applications.actions.submit_application import submit_application
from cms.applications.form_version import Step
from cms.applications.pages.answer_view import Answered, AnswerView, step_answers
from cms.applications.pages.draft import Draft, find_draft
from cms.applications.pages.policy import page_headers
from cms.applications.pages.posted import read_form
from cms.applications.pages.step_pages import deadline_label, returned_note
from cms.applications.pages.summary import summary_lines
from cms.applications.pages.visit import SEE_OTHER, Visit
from cms.content.questions.question import text_of
from cms.content.rules.application_status import DRAFT
from cms.content.rules.deadlines import next_open
from cms.kernel.errors import Conflict, Invalid, Problem

TOO_LATE = frozenset({"CUTOFF_PASSED", "CALL_CLOSED", "RETURN_PASSED"})


@dataclass(frozen=True, slots=True)
class StepAnswers:
    number: int
    title: str
    url: str
    answers: list[AnswerView]


@dataclass(frozen=True, slots=True)
class Note:
    kind: str
    title: str
    text: str


async def show_review(visit: Visit) -> Response:
    draft = await find_draft(visit)
    if draft.application.status != DRAFT:
        return RedirectResponse(draft.url, SEE_OTHER, page_headers())
    return _review(visit, draft, draft.missing(visit))


async def submit(visit: Visit) -> Response:
    """The server's clock decides, in the transaction. A second press answers with the first one's receipt."""
    draft = await find_draft(visit)
    posted = await read_form(visit.request)
    visit.require_own_form(posted)
    revision, once = posted.one("revision"), posted.one("once")[:100]
    try:
        await submit_application(
            visit.services,
            visit.signed_in(),
            draft.application.id,
            revision=int(revision) if revision.isdecimal() and len(revision) < 10 else 0,
            key=once or token_urlsafe(16),
        )
    except Invalid as invalid:
        return _review(visit, await find_draft(visit), list(invalid.problems), status=422)
    except Conflict:
        title, text = visit.say("conflict.title"), visit.say("review.read_again")
        draft = await find_draft(visit)
        return _review(visit, draft, draft.missing(visit), status=409, note=Note("warn", title, text))
    return RedirectResponse(f"{draft.url}?sent=1", SEE_OTHER, page_headers())


def _review(
    visit: Visit, draft: Draft, problems: list[Problem], *, status: int = 200, note: Note | None = None
) -> Response:
    return visit.render(
        "review.html",
        page=visit.page(draft.url.removeprefix(visit.place.url) + "review"),
        status=status,
        call_title=visit.place.title,
        steps=answers_by_step(draft),
        problems=summary_lines(draft.form, problems, visit.locale, base=f"{draft.url}steps/"),
        is_calm=status != 422,
        note=note or _too_late(visit, draft, problems) or _returned(visit, draft),
        revision=draft.application.revision,
        once=token_urlsafe(16),
        deadline=deadline_label(visit, draft),
        urls={"submit": f"{draft.url}submit"},
    )


def _returned(visit: Visit, draft: Draft) -> Note | None:
    text = returned_note(visit, draft.application)
    return Note("warn", "", text) if text else None


def _too_late(visit: Visit, draft: Draft, problems: list[Problem]) -> Note | None:
    if not any(one.code in TOO_LATE for one in problems):
        return None
    ahead = next_open(draft.deadlines)
    text = visit.say("review.late.next", at=ahead.label(visit.locale)) if ahead else visit.say("review.late.none")
    return Note("warn", visit.say("review.late.title"), text)


def answers_by_step(draft: Draft) -> list[StepAnswers]:
    given = Answered(draft.form, draft.application.answers, draft.files, draft.deadlines, draft.locale)
    return [_step(draft, number, step, given) for number, step in enumerate(draft.form.steps, 1)]


def _step(draft: Draft, number: int, step: Step, given: Answered) -> StepAnswers:
    return StepAnswers(number, text_of(step.title, draft.locale), draft.step_url(step), step_answers(step, given))
