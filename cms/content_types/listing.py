"""How the editors' interface lists a content type: its place and icon in the menu, the columns of its list."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cms.content.fields import Field

GROUPS = ("content", "library", "structure")
ICONS = frozenset(
    (
        *("award", "book", "briefcase", "building", "calendar", "clipboard", "file", "form", "list", "map", "menu"),
        *("news", "photo", "presentation", "school", "speakerphone", "star", "tag", "user", "world"),
    )
)
"""Those that `admin_ui/src/content-types/icons.ts` has."""
CELLS = frozenset(("choice", "count", "country", "day", "days", "listed", "text"))
"""What shows a field in a column: those that `admin_ui/src/content-types/lists/cells.ts` has."""
LAST = 1000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list, headed by the label of the field `name`, or its short one. `share` of the width, beside the
    title's 4. `reads`: the fields it shows, unless that is but the one. `shows`: one of CELLS, where it is not that of
    the field's kind. `is_day`: it shows the day that the list can be ordered by. `is_minor`: left out first where there
    is little room."""

    name: str
    share: float = 1
    reads: tuple[str, ...] = ()
    shows: str = ""
    is_day: bool = False
    is_minor: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        return self.reads or (self.name,)

    def cell(self, fields: Mapping[str, Field]) -> str:
        return self.shows or fields[self.name].cell

    def problems(self, fields: Mapping[str, Field]) -> Iterator[str]:
        unknown = [one for name in self.fields for one in _unknown(f"field of the column {self.name}", name, fields)]
        yield from unknown
        if unknown or (cell := self.cell(fields)) in CELLS:
            return
        wrong = f"{cell!r} shows no column" if cell else "its field does not say what shows it"
        yield f"the column {self.name}: {wrong}; set shows= to one of {', '.join(sorted(CELLS))}"


@dataclass(frozen=True, slots=True)
class Listing:
    """`place`: in its group of the menu, the lowest first. `home_place`: the same among what the start page offers to
    create; None: it does not. `screen`: its address in the interface, where it has a list of its own. `order`: what is
    first, "" for what was changed last. `tells_missing`: a column says what `missing` finds. `begins_with`: what a new
    item has before anybody writes, and `begins_today`: its fields that hold the day then. `needs_only_title`: can be
    made with no more than that, where it is referred to. `face`: its picture stands
    beside its name there, "round" or "square"."""

    group: str = "content"
    icon: str = "file"
    place: int = LAST
    home_place: int | None = None
    screen: str = ""
    columns: tuple[Column, ...] = ()
    order: str = ""
    tells_missing: bool = False
    begins_with: Mapping[str, Any] = field(default_factory=dict[str, Any])
    begins_today: tuple[str, ...] = ()
    needs_only_title: bool = False
    face: str = ""

    def problems(self, fields: Mapping[str, Field]) -> Iterator[str]:
        """What cannot be so of a type with these fields, each with what to do."""
        yield from _unknown("group", self.group, GROUPS)
        yield from _unknown("icon", self.icon, ICONS)
        yield from _unknown("order", self.order, ("", "title", "latest"))
        yield from _unknown("face", self.face, ("", "round", "square"))
        for name in (*self.begins_with, *self.begins_today):
            yield from _unknown("field of a new item", name, fields)
        for column in self.columns:
            yield from column.problems(fields)


def _unknown(what: str, given: str, known: Collection[str]) -> Iterator[str]:
    if given not in known:
        yield f"there is no {what} {given!r}; choose one of {', '.join(sorted(filter(None, known)))}"
