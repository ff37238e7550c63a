"""An application after it was sent: its receipt, what has happened since, and the way out."""

from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response

from cms.applications.actions.withdraw_application import withdraw_application
from cms.applications.name import first_answer
from cms.applications.pages.draft import Draft, find_draft
from cms.applications.pages.moments import moment_label
from cms.applications.pages.policy import page_headers
from cms.applications.pages.posted import read_form
from cms.applications.pages.review import answers_by_step
from cms.applications.pages.visit import SEE_OTHER, Visit
from cms.applications.states import change_label, may, status_label
from cms.content.localization import pick
from cms.content.rules.application_status import DRAFT
from cms.content.rules.deadlines import find_deadline
from storage.documents import StatusChange


@dataclass(frozen=True, slots=True)
class HistoryLine:
    label: str
    at: str
    iso: str
    message: str


@dataclass(frozen=True, slots=True)
class StatusView:
    title: str
    reference: str | None
    status: str
    status_label: str
    submitted_label: str
    cutoff_label: str
    hash: str
    history: list[HistoryLine]
    can_withdraw: bool


async def show_status(visit: Visit) -> Response:
    """Drafts go on where something is missing first."""
    draft = await find_draft(visit)
    if draft.application.status == DRAFT:
        return RedirectResponse(_where_to_go_on(visit, draft), SEE_OTHER, page_headers())
    return visit.render(
        "status.html",
        page=visit.page(draft.url.removeprefix(visit.place.url)),
        one=_view(visit, draft),
        call_title=visit.place.title,
        is_new="sent" in visit.request.query_params,
        steps=answers_by_step(draft),
        urls={"receipt": f"{draft.url}receipt.pdf", "withdraw": f"{draft.url}withdraw"},
    )


async def ask_to_withdraw(visit: Visit) -> Response:
    draft = await find_draft(visit)
    if not may("withdraw", draft.application):
        return RedirectResponse(draft.url, SEE_OTHER, page_headers())
    url = f"{draft.url}withdraw"
    return visit.render(
        "message.html",
        page=visit.page(url.removeprefix(visit.place.url)),
        title=visit.say("withdraw.title"),
        paragraphs=[
            first_answer(draft.form, draft.application.answers) or visit.place.title,
            visit.say("withdraw.text"),
        ],
        action={"url": url, "label": visit.say("withdraw.button"), "fields": {}, "kind": "danger"},
        links=[{"url": draft.url, "label": visit.say("withdraw.keep")}],
    )


async def withdraw(visit: Visit) -> Response:
    draft = await find_draft(visit)
    visit.require_own_form(await read_form(visit.request))
    await withdraw_application(visit.services, visit.signed_in(), draft.application.id)
    return RedirectResponse(draft.url, SEE_OTHER, page_headers())


def _where_to_go_on(visit: Visit, draft: Draft) -> str:
    missing = {draft.form.step_of(one.field.partition(".")[0]) for one in draft.missing(visit)}
    step = next((one for one in draft.form.steps if one.key in missing), None)
    return draft.step_url(step) if step else f"{draft.url}review"


def _view(visit: Visit, draft: Draft) -> StatusView:
    one = draft.application
    cutoff = find_deadline(draft.deadlines, one.cutoff)
    return StatusView(
        title=first_answer(draft.form, one.answers),
        reference=one.reference,
        status=one.status,
        status_label=status_label(one.status, visit.locale),
        submitted_label=moment_label(visit, one.submitted_at) if one.submitted_at else "",
        cutoff_label=cutoff.label(visit.locale) if cutoff else "",
        hash=one.snapshot.hash if one.snapshot else "",
        history=[_line(visit, entry) for entry in reversed(one.history)],
        can_withdraw=may("withdraw", one),
    )


def _line(visit: Visit, entry: StatusChange) -> HistoryLine:
    message, _locale = pick(entry.message, (visit.locale, "en", *sorted(entry.message)))
    label = change_label(entry, visit.locale)
    return HistoryLine(label, moment_label(visit, entry.at), entry.at.isoformat(), message or "")
