"""The steps of the form: shown, and saved with every button that is pressed on them."""

import re
from contextlib import AsyncExitStack
from typing import Any

from starlette.responses import JSONResponse, RedirectResponse, Response

from cms.applications.actions.save_answers import save_answers
from cms.applications.answers import clean_answers
from cms.applications.form_version import Step
from cms.applications.pages.answer_marks import asked_keys, changed_answers, is_number, shown_revisions
from cms.applications.pages.answer_view import answer_texts
from cms.applications.pages.draft import Draft, find_draft
from cms.applications.pages.file_posts import change_files, file_limits
from cms.applications.pages.multipart import read_posted
from cms.applications.pages.policy import page_headers
from cms.applications.pages.posted import Posted
from cms.applications.pages.posted_answers import posted_answers, without_entry
from cms.applications.pages.step_pages import Pressed, after_step, show, step_json
from cms.applications.pages.step_view import Shown
from cms.applications.pages.unsaved import give_back
from cms.applications.pages.visit import SEE_OTHER, Visit
from cms.applications.window import Window
from cms.content.rules.application_status import DRAFT
from cms.kernel.errors import Conflict, Problem

_WINDOW = re.compile(r"[0-9a-z-]{8,40}")


async def show_step(visit: Visit) -> Response:
    """As JSON for a page that lay in the browser's memory and wants to know what is stored now."""
    draft = await find_draft(visit)
    number, step = draft.step(visit.request.path_params["step"])
    if draft.application.status != DRAFT:
        return RedirectResponse(draft.url, SEE_OTHER, page_headers())
    if visit.wants_json:
        return step_json(visit, draft, step, Pressed("read"), Shown())
    asked = visit.request.query_params
    note = visit.say("step.more_asked") if "asked" in asked else None
    return show(visit, draft, number, step, Shown(growing=asked.get("more", "")), note=note)


async def save_step(visit: Visit) -> Response:
    """Raises what `save_answers` raises, but for what can be mended on the page."""
    if visit.applicant is None and not visit.wants_json:
        return await give_back(visit)
    draft = await find_draft(visit)
    number, step = draft.step(visit.request.path_params["step"])
    if draft.application.status != DRAFT:
        return _locked(visit, draft)
    async with AsyncExitStack() as closing:
        posted = await read_posted(visit.request, visit.receiving, visit.sender, file_limits(draft.form), closing)
        visit.require_own_form(posted)
        pressed = Pressed.read(posted.one("do"))
        answers = _answers(draft, posted, pressed)
        try:
            saved = await save_answers(
                visit.services, visit.signed_in(), draft.application.id, answers, revision=_window(posted)
            )
        except Conflict as conflict:
            return await _conflict(visit, draft, number, step, answers, conflict)
        draft, refused = await change_files(visit, draft.now(saved.application), posted, pressed)
    problems = [*saved.problems, *refused]
    typed = {key: answers[key] for key in {_key(one) for one in saved.problems} & answers.keys()}
    shown = Shown(typed, problems, growing=pressed.target if pressed.verb == "add" else "")
    if visit.wants_json:
        return step_json(visit, draft, step, pressed, shown, asked_keys(posted.many("asked")))
    return after_step(visit, draft, number, step, pressed, shown, frozenset(asked_keys(posted.many("asked"))))


def _answers(draft: Draft, posted: Posted, pressed: Pressed) -> dict[str, Any]:
    answers = posted_answers(draft.form, posted)
    if pressed.verb == "remove" and pressed.target in answers and pressed.number is not None:
        answers[pressed.target] = without_entry(answers[pressed.target], pressed.number)
    return changed_answers(draft.form, answers, posted.many("asked"))


def _window(posted: Posted) -> Window:
    """Without a revision everything that is stored is newer."""
    id = posted.one("window")
    return Window(
        _number(posted.one("revision")),
        shown_revisions(posted.many("asked")),
        id if _WINDOW.fullmatch(id) else "",
        _number(posted.one("turn")),
    )


def _number(text: str) -> int:
    return int(text) if is_number(text) else 0


def _key(problem: Problem) -> str:
    return problem.field.partition(".")[0]


async def _conflict(
    visit: Visit, draft: Draft, number: int, step: Step, answers: dict[str, Any], conflict: Conflict
) -> Response:
    """Both sides, and the newest revision: whoever saves again has seen the other side."""
    draft = draft.now((await find_draft(visit)).application)
    theirs = {clash.at: _words(draft, clash.at, clash.theirs) for clash in conflict.clashes}
    typed, _problems = clean_answers(draft.form, answers, visit.locale)
    shown = Shown({**answers, **typed}, theirs=theirs)
    if visit.wants_json:
        message = visit.say("conflict.title")
        return step_json(visit, draft, step, Pressed("conflict"), shown, theirs, status=409, message=message)
    title, text = visit.say("conflict.title"), visit.say("conflict.text")
    return show(visit, draft, number, step, shown, note=f"{title}. {text}", status=409, kind="warn")


def _words(draft: Draft, key: str, answer: Any) -> str:
    question = draft.form.questions[key]
    return "; ".join(answer_texts(question, answer, draft.deadlines, draft.locale)) or "–"


def _locked(visit: Visit, draft: Draft) -> Response:
    if visit.wants_json:
        return JSONResponse({"message": visit.say("error.not_allowed.title")}, 409, page_headers())
    return RedirectResponse(draft.url, SEE_OTHER, page_headers())
