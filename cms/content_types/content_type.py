"""The base of all content types: one class declares what is stored, delivered, filtered and shown in the form."""

from collections.abc import Mapping
from typing import ClassVar

from cms.content.declaration_error import DeclarationError
from cms.content.fields.delivery import ByYears, Narrowing
from cms.content_types.content_rules import ContentRules
from cms.content_types.declaration_check import check_listing
from cms.content_types.declarations import check_declaration
from cms.content_types.delivery import YEAR
from cms.content_types.listing import Listing
from cms.content_types.titles import Titles

registry: dict[str, type["ContentType"]] = {}
"""{name of the class: the type}"""


class ContentType(ContentRules):
    """Declared, never instantiated: items are plain dictionaries with its fields.

    `delivery`: how visitors read its items: lists, addresses, filters, orders. `titles`: what its items are called.
    `listing`: how the editors' interface lists it; its words stand in `texts/<name>.json` beside its module.
    `library`: belongs to every site (people, organisations, files), not only to those it is shared with.
    `guard`: a right that changing such items asks for besides that of the verb.
    `overridable`: {role: fields} that a site showing its items may show differently, all fields of a role alike; the
    role "order", which no field holds, puts items first in the site's lists.
    `holds_file`: its items are files, whose bytes lie in the object store; `filled_by`: how its machine fields get
    their values, told to whoever tries to set them.

    Rules about the content are the methods of `ContentRules`.
    """

    titles: ClassVar[Titles] = Titles()
    listing: ClassVar[Listing] = Listing()
    library: ClassVar[bool] = False
    guard: ClassVar[str | None] = None
    overridable: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    holds_file: ClassVar[bool] = False
    filled_by: ClassVar[str] = ""

    @classmethod
    def narrowing_of(cls, filter: str) -> Narrowing:
        """How lists are narrowed by one of `Delivery.filter_names`."""
        if filter == YEAR and cls.delivery.year_of:
            return ByYears()
        reference = cls.delivery.passes(filter)
        owner = registry[cls.target_of(reference)] if reference else cls
        found = (cls.delivery.computed_filters.get(filter) or owner.shown_field(filter)).narrowing()
        assert found is not None  # else the type were refused (declarations.py)
        return found

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.type_name = cls.__name__
        if (other := registry.get(cls.type_name)) and other.__module__ != cls.__module__:
            fault = f"has the name of a content type in {other.__module__}"
            raise DeclarationError(cls, fault, "give it another name; items are stored under it")
        check_declaration(cls)
        check_listing(cls, cls.type_name, cls.listing, cls.overridable)
        registry[cls.type_name] = cls
