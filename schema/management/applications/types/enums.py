"""Choices about applications."""

from enum import Enum

import strawberry


@strawberry.enum(description="Where an application stands.")
class ApplicationStatus(Enum):
    DRAFT = strawberry.enum_value("draft", description="Given back to be completed.")
    SUBMITTED = strawberry.enum_value("submitted", description="Waits to be checked for admissibility.")
    UNDER_REVIEW = strawberry.enum_value("under_review", description="Its reviewers score it.")
    SHORTLISTED = strawberry.enum_value("shortlisted", description="Reviewed, and waits for the decision.")
    ACCEPTED = strawberry.enum_value("accepted", description="Chosen; a draft edition was made of it.")
    REJECTED = strawberry.enum_value("rejected", description="Not chosen, or not admissible.")
    WITHDRAWN = strawberry.enum_value("withdrawn", description="Taken back by the applicant.")


@strawberry.enum(description="What the viewer may do next with an application.")
class ApplicationStep(Enum):
    CHECK = strawberry.enum_value("check", description="By the mutation `checkAdmissibility`.")
    RETURN = strawberry.enum_value("return", description="By the mutation `returnApplication`.")
    ASSIGN = strawberry.enum_value("assign", description="By the mutation `assignReviewers`.")
    BEGIN_REVIEW = strawberry.enum_value("begin_review", description="By the mutation `beginReview`.")
    DECLARE = strawberry.enum_value("declare", description="By the mutation `declareConflict`.")
    SCORE = strawberry.enum_value("score", description="By the mutation `scoreApplication`.")
    SHORTLIST = strawberry.enum_value("shortlist", description="By the mutation `shortlistApplication`.")
    REJECT = strawberry.enum_value("reject", description="By the mutation `rejectApplication`.")
    ACCEPT = strawberry.enum_value("accept", description="By the mutation `acceptApplication`.")


@strawberry.enum(description="A step of which the applicant is told by mail.")
class ToldStep(Enum):
    RETURN = strawberry.enum_value("return", description="By the mutation `returnApplication`.")
    SHORTLIST = strawberry.enum_value("shortlist", description="By the mutation `shortlistApplication`.")
    REJECT = strawberry.enum_value("reject", description="By the mutation `rejectApplication`.")
    ACCEPT = strawberry.enum_value("accept", description="By the mutation `acceptApplication`.")


@strawberry.enum(description="How far a reviewer is with an application.")
class ReviewState(Enum):
    UNDECLARED = strawberry.enum_value("undeclared", description="Has not said whether there is a conflict.")
    RECUSED = strawberry.enum_value("recused", description="Has a conflict of interest.")
    OPEN = strawberry.enum_value("open", description="Not handed in yet.")
    DONE = strawberry.enum_value(
        "done", description="Handed in; it counts, and may be corrected while the application is under review."
    )
