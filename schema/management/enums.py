"""Choices of the management schema."""

from enum import Enum

import strawberry


@strawberry.enum(description="Where something is used: in drafts, or in what visitors see.")
class World(Enum):
    DRAFT = strawberry.enum_value("draft", description="Drafts, published or not.")
    LIVE = strawberry.enum_value("live", description="What visitors see now.")


@strawberry.enum(description="Where the draft of one language stands.")
class State(Enum):
    PRIVATE = strawberry.enum_value("private", description="A draft that nobody has been asked to review.")
    PENDING = strawberry.enum_value("pending", description="Waits for review; of what is live, changes to it do.")
    PUBLISHED = strawberry.enum_value("published", description="Visitors see a version of it.")
    ARCHIVED = strawberry.enum_value(
        "archived", description="Put away until it is reopened; visitors see nothing of it."
    )


@strawberry.enum(description="DAY: of its type's own, such as the first of an edition or that of publication of news.")
class ItemSort(Enum):
    MODIFIED_ASC = strawberry.enum_value("modified", description="The longest unchanged first.")
    MODIFIED_DESC = strawberry.enum_value("-modified", description="The latest change first.")
    CREATED_ASC = strawberry.enum_value("created", description="The oldest first.")
    CREATED_DESC = strawberry.enum_value("-created", description="The newest first.")
    TITLE_ASC = strawberry.enum_value("title", description="By title, from A to Z in the language asked for.")
    TITLE_DESC = strawberry.enum_value("-title", description="By title, from Z to A in the language asked for.")
    DAY_ASC = strawberry.enum_value("day", description="The earliest day first.")
    DAY_DESC = strawberry.enum_value("-day", description="The latest day first.")


@strawberry.enum(description="What happened to some words of a text.")
class WordOperation(Enum):
    EQUAL = strawberry.enum_value("equal", description="In both texts.")
    INSERT = strawberry.enum_value("insert", description="In the later text alone.")
    DELETE = strawberry.enum_value("delete", description="In the earlier text alone.")


@strawberry.enum(description="What becomes of the unpublished items that an item refers to when it is published.")
class TargetsChoice(Enum):
    IGNORE = strawberry.enum_value(
        "ignore", description="They stay unpublished, and where they would be shown there is nothing."
    )
    REFUSE = strawberry.enum_value("refuse", description="Nothing is published while there are any.")
    TOGETHER = strawberry.enum_value("together", description="They go live with it.")


@strawberry.enum(description="Where a release stands.")
class ReleaseState(Enum):
    DRAFT = strawberry.enum_value("draft", description="Put together, without a moment.")
    SCHEDULED = strawberry.enum_value("scheduled", description="Goes live by the clock.")
    PUBLISHED = strawberry.enum_value("published", description="Done.")
    FAILED = strawberry.enum_value(
        "failed", description="Something stopped it when its moment came; `problems` says what."
    )


@strawberry.enum(description="What a release does with an item.")
class ReleaseAction(Enum):
    PUBLISH = strawberry.enum_value("publish", description="Make it what visitors see.")
    UNPUBLISH = strawberry.enum_value("unpublish", description="Take it away from visitors.")
