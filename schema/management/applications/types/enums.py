"""Choices about applications."""

from enum import Enum

import strawberry


@strawberry.enum
class ApplicationStatus(Enum):
    DRAFT = strawberry.enum_value("draft", description="Given back to be completed.")
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    SHORTLISTED = "shortlisted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@strawberry.enum(description="What the viewer may do next with an application.")
class ApplicationStep(Enum):
    CHECK = strawberry.enum_value("check", description="`checkAdmissibility`")
    RETURN = strawberry.enum_value("return", description="`returnApplication`")
    ASSIGN = strawberry.enum_value("assign", description="`assignReviewers`")
    BEGIN_REVIEW = strawberry.enum_value("begin_review", description="`beginReview`")
    DECLARE = strawberry.enum_value("declare", description="`declareConflict`")
    SCORE = strawberry.enum_value("score", description="`scoreApplication`")
    SHORTLIST = strawberry.enum_value("shortlist", description="`shortlistApplication`")
    REJECT = strawberry.enum_value("reject", description="`rejectApplication`")
    ACCEPT = strawberry.enum_value("accept", description="`acceptApplication`")


@strawberry.enum(description="A step of which the applicant is told by mail.")
class ToldStep(Enum):
    RETURN = "return"
    SHORTLIST = "shortlist"
    REJECT = "reject"
    ACCEPT = "accept"


@strawberry.enum(description="How far a reviewer is with an application.")
class ReviewState(Enum):
    UNDECLARED = strawberry.enum_value("undeclared", description="Has not said whether there is a conflict.")
    RECUSED = strawberry.enum_value("recused", description="Has a conflict of interest.")
    OPEN = strawberry.enum_value("open", description="Not handed in yet.")
    DONE = "done"
