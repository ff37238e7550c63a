"""What may be done with applications to calls for hosts."""

import strawberry

from schema.management.applications.mutations.accept_application import accept_application
from schema.management.applications.mutations.assign_reviewers import assign_reviewers
from schema.management.applications.mutations.balance_reviewers import balance_reviewers
from schema.management.applications.mutations.begin_review import begin_review
from schema.management.applications.mutations.check_admissibility import check_admissibility
from schema.management.applications.mutations.declare_conflict import declare_conflict
from schema.management.applications.mutations.reject_application import reject_application
from schema.management.applications.mutations.return_application import return_application
from schema.management.applications.mutations.score_application import score_application
from schema.management.applications.mutations.shortlist_application import shortlist_application


@strawberry.type
class ApplicationVerbs:
    check_admissibility = strawberry.mutation(
        check_admissibility,
        description="Say whether a submitted application is complete; `note` is for the office alone.",
    )
    return_application = strawberry.mutation(
        return_application,
        description="Give an application back to be completed, once; the applicant gets a mail.",
    )
    assign_reviewers = strawberry.mutation(
        assign_reviewers,
        description="Say who reviews an application; the new ones get a mail.",
    )
    balance_reviewers = strawberry.mutation(
        balance_reviewers,
        description="Give all applications that want reviewers to those who have least to do.",
    )
    begin_review = strawberry.mutation(
        begin_review,
        description="Let the reviewers of an admissible application score it.",
    )
    declare_conflict = strawberry.mutation(
        declare_conflict,
        description="Say whether one has a conflict of interest; with one, one is recused for good.",
    )
    score_application = strawberry.mutation(
        score_application,
        description="Store one's own scores; with `submit` they count.",
    )
    shortlist_application = strawberry.mutation(
        shortlist_application,
        description="Put a reviewed application on the shortlist; the applicant gets a mail.",
    )
    reject_application = strawberry.mutation(
        reject_application,
        description="Reject an application; the applicant gets a mail with the reasons.",
    )
    accept_application = strawberry.mutation(
        accept_application,
        description="Accept an application from the shortlist: a draft edition is made, and the applicant gets a mail.",
    )
