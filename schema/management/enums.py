"""Choices of the management schema."""

from enum import Enum

import strawberry


@strawberry.enum(description="Where something is used: in drafts, or in what visitors see.")
class World(Enum):
    DRAFT = "draft"
    LIVE = "live"


@strawberry.enum(description="Where the draft of one language stands.")
class State(Enum):
    PRIVATE = "private"
    PENDING = "pending"
    PUBLISHED = "published"
    ARCHIVED = "archived"


@strawberry.enum(description="DAY: of its type's own, such as the first of an edition or that of publication of news.")
class ItemSort(Enum):
    MODIFIED_ASC = "modified"
    MODIFIED_DESC = "-modified"
    CREATED_ASC = "created"
    CREATED_DESC = "-created"
    TITLE_ASC = "title"
    TITLE_DESC = "-title"
    DAY_ASC = "day"
    DAY_DESC = "-day"


@strawberry.enum(description="What happened to some words of a text.")
class WordOperation(Enum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@strawberry.enum(
    description="What becomes of the unpublished items that an item refers to when it is published: they stay, and "
    "where they would be shown there is nothing; or nothing is published while there are any; or all go live with it."
)
class TargetsChoice(Enum):
    IGNORE = "ignore"
    REFUSE = "refuse"
    TOGETHER = "together"


@strawberry.enum(
    description="Where a release stands. FAILED: when its moment came something stopped it; `problems` says what."
)
class ReleaseState(Enum):
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    FAILED = "failed"


@strawberry.enum(description="What a release does with an item.")
class ReleaseAction(Enum):
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"
