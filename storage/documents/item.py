"""An item: the draft of all its languages, and where each of them stands."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field
from pymongo import ASCENDING, DESCENDING, IndexModel

from storage.documents.autosave_run import AutosaveRun
from storage.documents.made_from import MadeFrom
from storage.documents.stored import Stored, newest_by, now

BEGUN = "begun/"
"""What stands before a language in `Item.translation`."""

LANGUAGES = ("en", "cs", "bg")
"""Of the interface, in which editors read lists."""


def _type_by_title(language: str) -> IndexModel:
    keys = [("type", ASCENDING), (f"title_order.{language}", ASCENDING), ("_id", ASCENDING)]
    return IndexModel(keys, name=f"type_by_title_{language}")


class Planned(BaseModel):
    """What a scheduled release is to do: "publish" or "unpublish" at `at`."""

    release: str
    action: str
    at: datetime


class GoesAlong(BaseModel):
    """What is to become live together with something scheduled: this version, in these languages."""

    item: str
    version: int
    locales: list[str]


class LocaleState(BaseModel):
    """Where one language version of an item stands in the workflow (`cms.items.workflow`). `version` is the one that is
    live, None when none is; `submitted_by` whoever asked for review; `is_sent_back`: the last review ended so.
    `effective` and `expires` are moments at which `scheduled_version` is to become live, and what is live is to go; the
    worker sees to both. `planned`: by a release. `along`: what becomes live with `scheduled_version`, the farthest
    first; `left`: ids of what it refers to and that was to stay unpublished.
    """

    state: str = "private"
    submitted_by: str | None = None
    is_sent_back: bool = False
    version: int | None = None
    published_at: datetime | None = None
    effective: datetime | None = None
    scheduled_version: int | None = None
    along: list[GoesAlong] = []
    left: list[str] = []
    expires: datetime | None = None
    planned: Planned | None = None

    @property
    def stages(self) -> set[str]:
        """What lists find it by: what waits for review may be live besides."""
        return {self.state} if self.version is None else {self.state, "published"}


class Item(Stored):
    """An item as editors see it: the draft of all its locales.

    `addresses` is unique over all items: one per place where the item can be found. `origin` names where it was
    imported from, unique where given. `deleted_at`: it lies in the recycle bin. `turn` moves when something that
    belongs to the item changes. `run`: the autosaves that the next one of the same person continues.
    `first_published`: {locale: when}, which outlives a withdrawal.
    `source_locale`: the language that the others are translated from, None while there is no text; `made_from`: what
    each of their texts was made from.
    For lists: `title_words` holds the folded words of its titles, `title_key` the folded title by which those of one
    name are found, `title_order` what titles are sorted by in each of `LANGUAGES`, `day` an ISO day of its type's own
    such as an edition's first, "" for none, `stages` where its languages stand: "en", "pending" and "pending/en" for
    each ("published" for all that are live), `translation` how far they are: "begun/cs", "stale" and "stale/cs",
    `facets` words of its type's own, such as "mime:image/png"; `next_moment` the first moment for which something is
    scheduled.
    """

    type: str
    site: str
    shared: list[str] = []
    version: int = 1
    data: dict[str, Any] = {}
    slugs: dict[str, str] = {}
    addresses: list[str] = []
    states: dict[str, LocaleState] = {}
    first_published: dict[str, datetime] = {}
    title_words: list[str] = []
    title_key: str = ""
    title_order: dict[str, str] = {}
    day: str = ""
    stages: list[str] = []
    facets: list[str] = []
    next_moment: datetime | None = None
    source_locale: str | None = None
    made_from: list[MadeFrom] = []
    translation: list[str] = []
    run: AutosaveRun | None = None
    origin: str | None = None
    created_at: datetime = Field(default_factory=now)
    created_by: str = ""
    modified_at: datetime = Field(default_factory=now)
    modified_by: str = ""
    deleted_at: datetime | None = None
    deleted_by: str | None = None
    turn: int = 0

    @property
    def locales(self) -> list[str]:
        """The languages that something is written in, or that have an address or a state."""
        begun = (word.removeprefix(BEGUN) for word in self.translation if word.startswith(BEGUN))
        return sorted({*self.slugs, *self.states, *begun})

    def next_moment_now(self) -> datetime | None:
        """The first of the moments for which something of the item is scheduled."""
        moments = [moment for state in self.states.values() for moment in (state.effective, state.expires)]
        moments += [state.planned.at for state in self.states.values() if state.planned]
        return min((moment for moment in moments if moment), default=None)

    def stages_now(self) -> list[str]:
        states = {locale: self.states.get(locale, LocaleState()) for locale in self.locales}
        stages = [(locale, state) for locale, one in states.items() for state in one.stages]
        words = {state for _locale, state in stages} or {"private"}
        return sorted({*states, *words, *(f"{state}/{locale}" for locale, state in stages)})

    class Settings:
        name = "items"
        use_cache = False
        indexes = [
            IndexModel(
                [("addresses", ASCENDING)],
                name="addresses",
                unique=True,
                partialFilterExpression={"addresses": {"$gt": ""}},  # an empty list counts as a value otherwise
            ),
            IndexModel(
                [("origin", ASCENDING)],
                name="origin",
                unique=True,
                partialFilterExpression={"origin": {"$type": "string"}},
            ),
            IndexModel(
                [("type", ASCENDING), ("site", ASCENDING), ("modified_at", DESCENDING)], name="type_site_modified"
            ),
            IndexModel([("type", ASCENDING), ("title_key", ASCENDING), ("_id", ASCENDING)], name="type_by_title"),
            *(_type_by_title(language) for language in LANGUAGES),
            IndexModel([("type", ASCENDING), ("day", ASCENDING), ("_id", ASCENDING)], name="type_by_day"),
            newest_by("type", "modified_at"),
            newest_by("site", "modified_at"),
            newest_by("shared", "modified_at"),
            newest_by("stages", "modified_at"),
            newest_by("title_words", "modified_at"),
            newest_by("facets", "modified_at"),
            newest_by("translation", "modified_at"),
            newest_by("modified_by", "modified_at"),
            IndexModel([("modified_at", DESCENDING), ("_id", DESCENDING)], name="modified"),
            IndexModel(
                [("next_moment", ASCENDING), ("_id", ASCENDING)],
                name="next_moment",
                partialFilterExpression={"next_moment": {"$type": "date"}},
            ),
            IndexModel(
                [("deleted_at", DESCENDING), ("_id", DESCENDING)],
                name="deleted",
                partialFilterExpression={"deleted_at": {"$type": "date"}},
            ),
        ]
