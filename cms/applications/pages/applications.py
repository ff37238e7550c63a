"""The applications that somebody has begun or sent, for one call."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

from cms.applications.actions.start_application import start_application
from cms.applications.form_version import FormVersion
from cms.applications.name import first_answer, form_key, forms_of
from cms.applications.pages.landing import Read, call_view
from cms.applications.pages.moments import moment_label
from cms.applications.pages.posted import read_form
from cms.applications.pages.summary import SummaryLine
from cms.applications.pages.visit import Visit
from cms.applications.states import state_label
from cms.content.rules.application_status import DRAFT
from cms.kernel.errors import Invalid
from storage.documents import HostApplication


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    title: str
    reference: str | None
    status: str
    status_label: str
    line: str
    url: str


class OwnApplications:
    def __init__(self, read: Read) -> None:
        self._read = read

    async def show(self, visit: Visit, *, status: int = 200, problems: Mapping[str, str] | None = None) -> Response:
        applicant = visit.signed_in()
        call = visit.place.call["_id"]
        own = await visit.services.repository.applications.of_applicant(applicant.id)
        mine = [one for one in own if one.call == call and one.erased_at is None]
        forms = await forms_of(visit.services, list({form_key(one) for one in mine}))
        return visit.render(
            "applications.html",
            page=visit.page("applications"),
            status=status,
            call=await call_view(visit, self._read) if visit.place.is_live else None,
            call_title=visit.place.title,
            applications=[_card(visit, one, forms.get(form_key(one))) for one in mine],
            problems=[SummaryLine("#main", message) for message in (problems or {}).values()],
        )

    async def begin(self, visit: Visit) -> Response:
        applicant = visit.signed_in()
        visit.require_own_form(await read_form(visit.request))
        place = visit.place
        try:
            begun = await start_application(
                visit.services, applicant, site=place.site.key, call=place.slug, locale=place.locale
            )
        except Invalid as invalid:
            return await self.show(visit, status=409, problems={one.code: one.message for one in invalid.problems})
        return visit.go(f"applications/{begun.id}/")


def _card(visit: Visit, one: HostApplication, form: FormVersion | None) -> ApplicationCard:
    if one.reference and one.submitted_at and one.status != DRAFT:
        line = visit.say("mine.sent", reference=one.reference, at=moment_label(visit, one.submitted_at))
    elif one.status == DRAFT and one.return_deadline:
        line = visit.say("mine.given_back", at=moment_label(visit, one.return_deadline))
    else:
        line = visit.say("mine.changed", at=moment_label(visit, one.modified_at))
    url = f"{visit.place.url}applications/{one.id}/"
    label = state_label(one, visit.locale)
    return ApplicationCard(first_answer(form, one.answers) if form else "", one.reference, one.status, label, line, url)
