"""A file as the templates show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.numbers import format_decimal

from cms.content.rules.locale_data import locale_data
from storage.documents import ApplicationFile

_UNITS = {"bg": ("KB", "MB")}


@dataclass(frozen=True, slots=True)
class FileView:
    id: str
    name: str
    size: str
    url: str


def files_by_question(files: Iterable[ApplicationFile], base: str, locale: str) -> dict[str, list[FileView]]:
    """`base`: the address of the application, with a slash at the end."""
    found: dict[str, list[FileView]] = {}
    for one in files:
        view = FileView(one.id, one.filename, file_size(one.bytes, locale), f"{base}files/{one.id}")
        found.setdefault(one.question, []).append(view)
    return found


def file_size(bytes: int, locale: str) -> str:
    """ "250 kB", "1.4 MB", "10 MB": in powers of 1024, as the limits of questions are."""
    kilo, mega = _UNITS.get(locale, ("kB", "MB"))
    data = locale_data(locale)
    if bytes < 1024 * 1024:
        return f"{format_decimal(max(1, round(bytes / 1024)), locale=data)} {kilo}"
    return f"{format_decimal(round(bytes / 1024 / 1024, 1), locale=data)} {mega}"
