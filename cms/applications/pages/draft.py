"""An application of whoever is signed in, with the form and the deadlines that it is answered by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cms.applications.answer_rules import rule_problems
from cms.applications.conditions import is_asked
from cms.applications.form_version import FormVersion, Step, form_of
from cms.applications.missing import chosen_deadline, problems_at_submit
from cms.applications.own import own_application
from cms.applications.pages.file_view import FileView, files_by_question
from cms.applications.pages.visit import Visit
from cms.content.rules.deadlines import Deadline
from cms.kernel.errors import NotFound, Problem
from storage.documents import HostApplication


@dataclass(frozen=True, slots=True)
class Draft:
    """`url`: the path of the application, with a slash at the end."""

    application: HostApplication
    form: FormVersion
    deadlines: Sequence[Deadline]
    files: Mapping[str, Sequence[FileView]]
    url: str
    locale: str
    privacy_url: str | None = None

    def step(self, key: str) -> tuple[int, Step]:
        """Its number, from 1. Raises NotFound."""
        found = next(((number, one) for number, one in enumerate(self.form.steps, 1) if one.key == key), None)
        if found is None:
            raise NotFound("There is no such step.")
        return found

    def step_url(self, step: Step) -> str:
        return f"{self.url}steps/{step.key}"

    @property
    def chosen(self) -> Deadline | None:
        return chosen_deadline(self.form, self.application.answers, self.deadlines)

    def broken_rules(self, step: Step) -> list[Problem]:
        """Of answers on this step that are there, but may not be submitted as they are."""
        answers = self.application.answers
        asked = [one for one in step.questions if one.key in answers and is_asked(self.form, one, answers)]
        return [
            problem
            for one in asked
            for problem in rule_problems(one, answers[one.key], self.deadlines, self.chosen, self.locale)
        ]

    def missing(self, visit: Visit) -> list[Problem]:
        """What stands between it and its submission now."""
        return problems_at_submit(
            self.form,
            self.application.answers,
            self.application.files,
            visit.place.call["data"],
            visit.services.clock(),
            self.locale,
            returned_until=self.application.return_deadline,
        )

    def now(self, application: HostApplication) -> "Draft":
        """The same after a change."""
        files = files_by_question(application.files, self.url, self.locale)
        return replace(self, application=application, files=files)


async def find_draft(visit: Visit) -> Draft:
    """The one that the address names, in whatever state it is.

    Raises SignedOut, and NotFound for the applications of others and for those to another call.
    """
    applicant = visit.signed_in()
    application = await own_application(visit.services, applicant, visit.request.path_params["id"])
    if application.call != visit.place.call["_id"]:
        raise NotFound("This application is for another call.")
    form = await form_of(visit.services, application)
    url = f"{visit.place.url}applications/{application.id}/"
    files = files_by_question(application.files, url, visit.locale)
    privacy_url = visit.page().privacy_url
    return Draft(application, form, visit.place.deadlines(visit.services), files, url, visit.locale, privacy_url)
