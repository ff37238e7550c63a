"""A content type that would reach no visitor, or that contradicts itself, is refused at import: the message names the
class, file and line, and what to do."""

import re
from pathlib import Path

import pytest

from cms.content.declaration_error import DeclarationError
from cms.content_types import registry
from cms.content_types.declarations import check_declarations
from cms.content_types.discovery import discover
from tests.cms.content_types.conftest import Declare

FINE = 'delivery = Delivery(plural="tenders", one="tender", segment="tenders", orders=(Order("closes"),))'
HEAD = """
from cms.content.fields import *
from cms.content_types import ContentType
from cms.content_types.computed import Computed
from cms.content_types.delivery import Delivery, Order
from cms.content_types.titles import Titles
"""
BODY = """

class Tender(ContentType):
    {delivery}

    title = Text(localized=True, required=True)
    closes = Date()
    budget = Integer()
    {more}
"""


def refusal(declare: Declare, delivery: str = FINE, more: str = "", before: str = "") -> str:
    """The message, without file and line: these are looked at here."""
    declare("__init__", "")
    path = declare("tender", HEAD + before + BODY.format(delivery=delivery, more=more))
    with pytest.raises(DeclarationError) as refused:
        take_in()
    return without_place(str(refused.value), path)


def take_in() -> None:
    discover("own_types")
    check_declarations(registry)


def without_place(message: str, path: Path) -> str:
    found = re.fullmatch(rf"(\w+) \({re.escape(str(path))}:(\d+)\) (.+)", message, re.DOTALL)
    assert found, message
    name, line, rest = found.groups()
    assert path.read_text("utf-8").splitlines()[int(line) - 1].strip()
    return f"{name} {rest}"


def test_a_type_in_order_is_taken(declare: Declare) -> None:
    declare("__init__", "")
    declare("tender", HEAD + BODY.format(delivery=FINE, more=""))

    take_in()


def test_a_type_without_delivery(declare: Declare) -> None:
    assert refusal(declare, delivery="").startswith(
        'Tender declares no delivery, so that no visitor would read it: give it delivery = Delivery(plural="tenders"'
    )


def test_a_type_that_would_reach_no_visitor(declare: Declare) -> None:
    message = refusal(declare, delivery='delivery = Delivery(plural="tenders")')

    assert message.startswith("Tender would reach no visitor: name the field of one item (one=), orders of its list")


def test_a_type_that_says_why_no_visitor_reads_it_is_taken(declare: Declare) -> None:
    declare("__init__", "")
    internal = 'delivery = Delivery(plural="tenders", internal="read by the editors alone")'
    declare("tender", HEAD + BODY.format(delivery=internal, more=""))

    take_in()


def test_an_internal_type_that_is_delivered(declare: Declare) -> None:
    message = refusal(declare, delivery='delivery = Delivery(plural="tenders", one="tender", internal="secret")')

    assert message.startswith("Tender is internal and delivered at once: take internal= out")


def test_addresses_without_slugs(declare: Declare) -> None:
    delivery = 'delivery = Delivery(plural="tenders", segment="tenders", orders=(Order("closes"),))'

    assert refusal(declare, delivery).startswith("Tender has addresses below /tenders, and its items no slug: name")


def test_a_computed_filter_that_nothing_computes(declare: Declare) -> None:
    filters = 'computed_filters={"state": Choice({"open": {"en": "Open"}}, enum="TenderState")}'
    message = refusal(declare, FINE.replace('segment="tenders"', f'segment="tenders", {filters}'))

    assert message.startswith("Tender has the computed filter state and does not say when it holds: write its class")


@pytest.mark.parametrize(
    ("order", "fault"),
    [
        ('Order("opens")', "has the order opens without a stored key: it has no field opens: write Order("),
        ('Order("title")', "has the order title of title, whose values cannot be compared: choose a field with one"),
        ('Order("closes", by_words=True)', "has the order closes by words, which is one of titles, and its title is"),
        (
            'Order("budget")',
            "has the order budget, where items without budget have a key of another sort: write Order(",
        ),
    ],
)
def test_an_order_that_nothing_is_stored_for(declare: Declare, order: str, fault: str) -> None:
    assert refusal(declare, f'delivery = Delivery(plural="tenders", one="tender", orders=({order},))').startswith(
        f"Tender {fault}"
    )


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("title", "has the filter title, and lists cannot be narrowed by a Text: take it out of filters="),
        ("budget", "has the filter budget, and lists cannot be narrowed by a Integer: take it out of filters="),
        ("opens", "has the filter opens and no such field: take it out of filters=, or declare the field"),
    ],
)
def test_a_filter_that_lists_cannot_be_narrowed_by(declare: Declare, name: str, fault: str) -> None:
    assert refusal(declare, f'delivery = Delivery(plural="tenders", one="tender", filters=("{name}",))').startswith(
        f"Tender {fault}"
    )


@pytest.mark.parametrize(
    ("declared", "fault"),
    [
        ('filters_through={"call": ("title",)}', "has the filter call.title, and lists cannot be narrowed by such a"),
        ('filters_through={"call": ("size",)}', "has the filter call.size, and lists cannot be narrowed by such a"),
        ('filters_through={"hosts": ("country",)}', "has filters through hosts, which is no Reference of it: name"),
        ('filters_through={"budget": ("country",)}', "has filters through budget, which is no Reference of it: name"),
        ('filters=("closes",), filters_through={"call": ("closes",)}', "has two filters closes: take one of them out"),
        ('year_of="budget"', "is narrowed by the year of budget, which is no day of it: name a Date or PartialDate"),
        ('year_of="opens"', "is narrowed by the year of opens, which is no day of it: name a Date or PartialDate"),
    ],
)
def test_a_filter_through_what_is_not_referred_to(declare: Declare, declared: str, fault: str) -> None:
    delivery = f'delivery = Delivery(plural="tenders", one="tender", {declared})'
    more = 'call = Reference("CallForHosts")\n    hosts = References("Organisation")'

    assert refusal(declare, delivery, more).startswith(f"Tender {fault}")


@pytest.mark.parametrize(
    ("delivery", "fault"),
    [
        ('plural="tenders", one="tender", segment="news"', 'has the segment "news" in its delivery, which NewsItem ('),
        ('plural="news", one="tender"', 'has the plural "news" in its delivery, which NewsItem ('),
        ('plural="tenders", one="edition"', 'has the field "edition" in its delivery, which Edition ('),
        ('plural="tenders", one="domains"', 'has the field "domains" in its delivery, which Site ('),
        ('plural="tenders", one="menu"', 'has the field "menu" in its delivery, which Menu ('),
        ('plural="tenders", one="route"', 'has the field "route" in its delivery, which Site ('),
    ],
)
def test_what_another_type_has_already(declare: Declare, delivery: str, fault: str) -> None:
    assert refusal(declare, f"delivery = Delivery({delivery})").startswith(f"Tender {fault}")


def test_a_name_that_another_type_has(declare: Declare) -> None:
    declare("__init__", "")
    declare("edition", HEAD + BODY.format(delivery=FINE, more="").replace("Tender", "Edition"))

    with pytest.raises(DeclarationError, match=r"has the name of a content type in cms\.content_types\.edition"):
        discover("own_types")


def test_a_part_that_has_the_name_of_another(declare: Declare) -> None:
    part = "\nclass Venue(Embedded):\n    hall = Text()\n"

    message = refusal(declare, more="venue = EmbeddedOne(Venue)", before=part)

    assert message.startswith("Venue has the name of another part or type, in cms.content_types.edition_parts")


@pytest.mark.parametrize("field", ['Reference("Buyer")', 'References("Buyer")'])
def test_a_reference_to_a_type_that_is_not_there(declare: Declare, field: str) -> None:
    message = refusal(declare, more=f"buyer = {field}")

    assert message.startswith("Tender refers to Buyer in buyer, and there is no such content type: name one of Applic")


def test_a_reference_inside_a_part(declare: Declare) -> None:
    part = '\nclass Lot(Embedded):\n    buyer = Reference("Buyer")\n'

    message = refusal(declare, more="lots = EmbeddedList(Lot)", before=part)

    assert message.startswith("Lot refers to Buyer in buyer, and there is no such content type")


def test_options_without_words_in_one_of_the_languages(declare: Declare) -> None:
    options = '{"open": {"en": "Open", "cs": "Otevřené"}}'

    message = refusal(declare, more=f'kind = Choice({options}, enum="TenderKind")')

    assert message == "Tender has no words in bg for \"open\" of kind: add them to its options: {'bg': …}."


def test_a_computed_choice_without_words_in_one_of_the_languages(declare: Declare) -> None:
    kind = 'Choice({"open": {"en": "Open", "bg": "Открита"}}, enum="TenderKind")'

    message = refusal(declare, more=f"state = Computed({kind}, lambda data: None)")

    assert message.startswith('Tender has no words in cs for "open" of state: add them')


def test_a_computed_value_that_is_required(declare: Declare) -> None:
    message = refusal(declare, more="size = Computed(Integer(required=True), lambda data: 1)")

    assert message.startswith("Tender computes size, which is required, and items that are live already have none")


@pytest.mark.parametrize(
    ("declaration", "fault"),
    [
        ('titles = Titles("name")', "names a field name in its titles that it has not: choose one of title, closes"),
        ('overridable = {"lead": ("lead",)}', "names a field lead in its overridable that it has not"),
    ],
)
def test_a_declaration_that_names_a_field_that_is_not_there(declare: Declare, declaration: str, fault: str) -> None:
    assert refusal(declare, more=declaration).startswith(f"Tender {fault}")
