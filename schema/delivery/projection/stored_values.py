"""How the stored value of a declared field is found in an entry."""

from cms.content.fields import Field
from schema.delivery.projection.field_resolver import Reader
from schema.delivery.projection.published_item import PublishedItem


def stored_reader(field: Field) -> Reader:
    """None for no value; of a localized field, the value in the language that answers, or with its fallback in the next
    that has one."""
    if not field.localized:
        return _plain(field.name)
    return _with_fallback(field.name) if field.fallback else _localized(field.name)


def _plain(name: str) -> Reader:
    return lambda entry: entry.data.get(name)


def _localized(name: str) -> Reader:
    def read(entry: PublishedItem) -> object:
        value = entry.data.get(name)
        return value.get(entry.chain[0]) if value else None

    return read


def _with_fallback(name: str) -> Reader:
    return lambda entry: entry.text(name, fallback=True)
