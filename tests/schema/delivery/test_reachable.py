"""What a content type promises to visitors is in the schema, or the type is refused when the schema is made."""

import pytest

from cms.content.declaration_error import DeclarationError
from cms.content_types import registry
from cms.content_types.delivery import Delivery
from cms.content_types.menu import Menu
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.reachable import check_places, check_references
from schema.delivery.schema import schema


def test_a_delivered_reference_to_items_that_are_not_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(projections, "Series")

    with pytest.raises(DeclarationError, match=r"edition\.py:\d+\) refers to Series in series, which visitors cannot"):
        check_references([registry["Edition"]])


@pytest.mark.parametrize("place", ["Site.tenders", "Tender", "Tender.lots"])
def test_a_place_that_is_not_in_the_schema(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(Menu, "delivery", Delivery(plural="menus", within=(place,)))

    with pytest.raises(
        DeclarationError, match=rf"menu\.py:\d+\) is read within {place}, which is not in the delivery API"
    ):
        check_places([Menu], schema._schema)
