"""The states of an application and the steps between them, as data."""

from dataclasses import dataclass

from cms.applications.words import say
from cms.content.rules.application_status import (
    ACCEPTED,
    DRAFT,
    REJECTED,
    SHORTLISTED,
    SUBMITTED,
    UNDER_REVIEW,
    WITHDRAWN,
)
from cms.kernel.errors import TransitionNotAllowed
from storage.documents import HostApplication, StatusChange

STATUSES = (DRAFT, SUBMITTED, UNDER_REVIEW, SHORTLISTED, ACCEPTED, REJECTED, WITHDRAWN)

APPLICANT, MANAGER, DECISION_MAKER = "applicant", "manage_applications", "decide_applications"
MAX_RETURNS = 1


@dataclass(frozen=True, slots=True)
class Transition:
    """`who`: APPLICANT, or the right of `cms.access.actor` that it takes."""

    name: str
    from_status: str
    to: str
    who: str


TRANSITIONS: tuple[Transition, ...] = (
    Transition("submit", DRAFT, SUBMITTED, APPLICANT),
    Transition("return", SUBMITTED, DRAFT, MANAGER),
    Transition("begin_review", SUBMITTED, UNDER_REVIEW, MANAGER),
    Transition("shortlist", UNDER_REVIEW, SHORTLISTED, MANAGER),
    Transition("reject", SUBMITTED, REJECTED, MANAGER),  # what was found not admissible, see `reject_application`
    Transition("reject", UNDER_REVIEW, REJECTED, MANAGER),
    Transition("reject", SHORTLISTED, REJECTED, DECISION_MAKER),
    Transition("accept", SHORTLISTED, ACCEPTED, DECISION_MAKER),
    *(Transition("withdraw", one, WITHDRAWN, APPLICANT) for one in (DRAFT, SUBMITTED, UNDER_REVIEW, SHORTLISTED)),
)


def find(name: str, application: HostApplication) -> Transition | None:
    """The step of that name from where the application stands; None where there is none."""
    if name == "return" and application.returns >= MAX_RETURNS:
        return None
    steps = (one for one in TRANSITIONS if one.name == name and one.from_status == application.status)
    return next(steps, None)


def may(name: str, application: HostApplication) -> bool:
    """Whether the step leads on from where the application stands, whoever asks."""
    return application.erased_at is None and find(name, application) is not None


def require(name: str, application: HostApplication, locale: str = "en") -> Transition:
    """The step, if it leads on from where the application stands; whoever calls asks for the right `who` besides.

    Raises TransitionNotAllowed, which says where it stands and what is possible.
    """
    step = find(name, application) if application.erased_at is None else None
    if step is None:
        status = status_label(application.status, locale)
        possible = ", ".join(possible_steps(application)) or "–"
        raise TransitionNotAllowed(say("transition_not_allowed", locale, status=status, step=name, possible=possible))
    return step


def possible_steps(application: HostApplication) -> list[str]:
    """The names of all steps from where it stands, whoever may make them."""
    return list(dict.fromkeys(one.name for one in TRANSITIONS if may(one.name, application)))


def status_label(status: str, locale: str) -> str:
    """ "Under review", "Hodnotí se"."""
    return say(f"status.{status}", locale)


def state_label(application: HostApplication, locale: str) -> str:
    """Of where it stands; a draft that was given back says so."""
    is_given_back = application.status == DRAFT and application.return_deadline is not None
    return say("status.given_back", locale) if is_given_back else status_label(application.status, locale)


def change_label(change: StatusChange, locale: str) -> str:
    """The same for a step of the history, where a draft that somebody else made of it was given back."""
    is_given_back = change.status == DRAFT and change.by != APPLICANT
    return say("status.given_back" if is_given_back else f"status.{change.status}", locale)
