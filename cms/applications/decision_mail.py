"""The mail that tells an applicant of a step, as it will go out."""

from collections.abc import Mapping
from dataclasses import dataclass

from cms.applications.case import Case
from cms.applications.mailing import common_values
from cms.desk import Desk
from cms.mail.links import absolute_link
from cms.mail.mail_templates import fill_template

TEMPLATES: Mapping[str, str] = {
    "return": "application_returned",
    "shortlist": "application_shortlisted",
    "reject": "application_rejected",
    "accept": "application_accepted",
}
"""{step: template}"""


@dataclass(frozen=True, slots=True)
class DecisionMail:
    to: str
    locale: str
    subject: str
    text: str


def decision_values(case: Case, message: str) -> dict[str, str]:
    """What all these templates are filled with."""
    return {**common_values(case.application, {"data": case.data, "slugs": case.call.slugs}), "message": message}


def decision_mail(desk: Desk, case: Case, step: str, message: str, **values: str) -> DecisionMail:
    """Exactly what `step` will send with this message."""
    application = case.application
    filled = {**decision_values(case, message), **values}
    filled["link"] = absolute_link(desk.base_url, filled["link"])
    subject, text = fill_template(TEMPLATES[step], application.locale, filled)
    return DecisionMail(application.email, application.locale, subject, text)
