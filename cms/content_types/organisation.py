"""Clusters, agencies, authorities and other bodies."""

from typing import Any

from cms.content.fields import Country, Embedded, EmbeddedList, File, Key, Terms, Text, Url
from cms.content_types.content_type import ContentType
from cms.content_types.delivery import Delivery, Order
from cms.content_types.listing import Column, Listing
from cms.content_types.titles import Titles
from storage.conditions import Condition, equal


class Membership(Embedded):
    """Puts the organisation on one of a site's lists, such as nca / members."""

    site = Key(required=True)
    member_list = Key(required=True)


class Organisation(ContentType):
    delivery = Delivery(
        plural="organisations",
        one="organisation",
        orders=(Order("name", by_words=True),),
        looked_up_by=("derived.member_of",),
    )
    titles = Titles("name", picture="logo")
    library = True
    listing = Listing(
        group="library",
        icon="building",
        place=4,
        columns=(Column("acronym"), Column("country", share=1.4)),
        order="title",
        needs_only_title=True,
        face="square",
    )

    name = Text(localized=True, fallback=True, required=True, max_length=200, description="In full.")
    acronym = Text(max_length=40, description="The short form of the name.")
    org_type = Terms("organisation-types", single=True, description="A term of the vocabulary `organisation-types`.")
    country = Country(description="The country of its seat.")
    url = Url()
    logo = File(images=True, description="Null where there is none, or the file is not public.")
    memberships = EmbeddedList(Membership, max_items=50, delivered=False)

    @classmethod
    def derive(cls, data: dict[str, Any]) -> dict[str, Any]:
        return {"member_of": [f"{one.get('site')}:{one.get('member_list')}" for one in data.get("memberships", ())]}

    @classmethod
    def leaned_on(cls, site: str) -> Condition | None:
        """Those on the site's lists."""
        return equal({"data.memberships.site": site})
