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


@strawberry.enum
class ItemSort(Enum):
    MODIFIED_ASC = "modified"
    MODIFIED_DESC = "-modified"
    CREATED_ASC = "created"
    CREATED_DESC = "-created"


@strawberry.enum(description="What happened to some words of a text.")
class WordOperation(Enum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
