"""The mail that tells an applicant of a step, as it will go out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from cms.accounts.invitations import INVITATION_LASTS
from cms.applications.case import Case
from cms.applications.links import LINK_LASTS
from cms.applications.mailing import common_values
from cms.content.rules.country import country_name
from cms.kernel.services import Services
from cms.mail.links import absolute_link
from cms.mail.mail_templates import fill_template

TEMPLATES: Mapping[str, str] = {
    "return": "application_returned",
    "shortlist": "application_shortlisted",
    "reject": "application_rejected",
    "accept": "host_chosen",
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


def chosen_values(case: Case, *, draft: str, sets_password: bool) -> dict[str, str]:
    """What the mail to a chosen host says besides. `draft`: where the edition is."""
    city, country = case.answers.get("city"), case.answers.get("country")
    named = [
        city if isinstance(city, str) else "",
        country_name(str(country), case.application.locale) if country else "",
    ]
    hours = str(INVITATION_LASTS // timedelta(hours=1)) if sets_password else ""
    return {"edition": ", ".join(one for one in named if one), "hours": hours, "draft": draft}


def decision_mail(services: Services, case: Case, step: str, message: str, **values: str) -> DecisionMail:
    """What `step` will send with this message, but for the token in the link of somebody who is to go on."""
    application = case.application
    lasts = {"days": str(LINK_LASTS.days)} if step == "return" else {}
    filled = {**decision_values(case, message), **lasts, **values}
    filled["link"] = absolute_link(services.base_url, filled["link"])
    subject, text = fill_template(TEMPLATES[step], application.locale, filled)
    return DecisionMail(application.email, application.locale, subject, text)
