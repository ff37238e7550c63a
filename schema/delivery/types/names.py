"""Delivered types by name, for annotations of what is written by hand: they refer to each other in circles."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.delivery.projection.lazily import TYPES

if TYPE_CHECKING:
    from schema.delivery.types.application_form import ApplicationForm
    from schema.delivery.types.call_for_hosts import CallForHosts
    from schema.delivery.types.edition import Edition
    from schema.delivery.types.edition_parts import Day, Session, Speaker, Talk
    from schema.delivery.types.news_item import NewsItem
    from schema.delivery.types.page import Page
    from schema.delivery.types.person import Person

ACall: TypeAlias = Annotated["CallForHosts", strawberry.lazy(TYPES)]
ADay: TypeAlias = Annotated["Day", strawberry.lazy(TYPES)]
AForm: TypeAlias = Annotated["ApplicationForm", strawberry.lazy(TYPES)]
AnEdition: TypeAlias = Annotated["Edition", strawberry.lazy(TYPES)]
ANewsItem: TypeAlias = Annotated["NewsItem", strawberry.lazy(TYPES)]
APage: TypeAlias = Annotated["Page", strawberry.lazy(TYPES)]
APerson: TypeAlias = Annotated["Person", strawberry.lazy(TYPES)]
ASession: TypeAlias = Annotated["Session", strawberry.lazy(TYPES)]
ASpeaker: TypeAlias = Annotated["Speaker", strawberry.lazy(TYPES)]
ATalk: TypeAlias = Annotated["Talk", strawberry.lazy(TYPES)]
