"""The mail that tells an applicant of a step, as it will go out."""

from collections.abc import Mapping
from dataclasses import dataclass

from cms.applications.case import Case
from cms.applications.links import LINK_LASTS
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
    return {**common_values(case.application, case.shown_call), "message": message}


def decision_mail(desk: Desk, case: Case, step: str, message: str, **values: str) -> DecisionMail:
    """What `step` will send with this message, but for the token in the link of somebody who is to go on."""
    application = case.application
    lasts = {"days": str(LINK_LASTS.days)} if step == "return" else {}
    filled = {**decision_values(case, message), **lasts, **values}
    filled["link"] = absolute_link(desk.base_url, filled["link"])
    subject, text = fill_template(TEMPLATES[step], application.locale, filled)
    return DecisionMail(application.email, application.locale, subject, text)
