"""An item as archives carry it: its draft, what is live of it, where its languages stand, and what belongs to it.

People are left out: they have accounts here and not there. What is not declared is refused.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from cms.content.rules.locale_code import is_locale

MOST = 5_000
"""Of anything that belongs to one item."""


def _locale(text: str) -> str:
    if not is_locale(text):
        raise ValueError("this is no language code")
    return text


def _moment(text: str) -> str:
    datetime.fromisoformat(text)
    return text


Id = Annotated[str, Field(pattern=r"^[0-9a-f]{24}$")]
Key = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,64}$")]
Locale = Annotated[str, AfterValidator(_locale)]
Number = Annotated[int, Field(ge=1, le=10_000_000)]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"), AfterValidator(_moment)]
"""ISO 8601 in UTC with milliseconds."""
Slugs = Annotated[dict[Locale, Annotated[str, Field(max_length=500)]], Field(max_length=40)]


class Portable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class PortableState(Portable):
    """As `LocaleState`, without people and releases."""

    state: Literal["private", "pending", "published", "archived"]
    version: Number | None = None
    published_at: Moment | None = None
    effective: Moment | None = None
    scheduled_version: Number | None = None
    expires: Moment | None = None


class PortableStamp(Portable):
    version: Number
    published_at: Moment
    first_published_at: Moment | None = None


class PortableLive(Portable):
    data: dict[str, Any]
    slugs: Slugs
    locales: Annotated[dict[Locale, PortableStamp], Field(min_length=1, max_length=40)]


class PortableVersion(Portable):
    """One that the item's states or translations name."""

    version: Number
    at: Moment
    data: dict[str, Any]
    slugs: Slugs


class PortableMark(Portable):
    """As `MadeFrom`."""

    locale: Locale
    at: Annotated[str, Field(max_length=500)]
    text: Annotated[str, Field(max_length=200)]
    version: Number
    copied: bool = False


class PortableOverride(Portable):
    """What one site shows differently."""

    site: Key
    version: Number
    data: dict[str, Any]
    live: dict[str, Any] | None = None
    live_version: Number | None = None
    published_at: Moment | None = None
    modified_at: Moment


class PortableRedirect(Portable):
    address: Annotated[str, Field(min_length=1, max_length=2200)]
    at: Moment
    by_hand: bool = False


class PortableItem(Portable):
    id: Id
    type: Annotated[str, Field(max_length=60)]
    site: Key
    shared: Annotated[list[Key], Field(max_length=200)] = []
    version: Number
    origin: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    created_at: Moment
    modified_at: Moment
    source_locale: Locale | None = None
    made_from: Annotated[list[PortableMark], Field(max_length=MOST)] = []
    data: dict[str, Any]
    slugs: Slugs
    states: Annotated[dict[Locale, PortableState], Field(max_length=40)] = {}
    live: PortableLive | None = None
    versions: Annotated[list[PortableVersion], Field(max_length=100)] = []
    overrides: Annotated[list[PortableOverride], Field(max_length=200)] = []
    redirects: Annotated[list[PortableRedirect], Field(max_length=MOST)] = []

    def as_json(self) -> dict[str, Any]:
        """Without what is empty, so that there is one way to write it."""
        return self.model_dump(exclude_none=True, exclude_defaults=True)

    def content(self) -> dict[str, Any]:
        """What editors and visitors see, without numbers of versions and the moments of changes."""
        live = self.live and {
            "data": self.live.data,
            "slugs": self.live.slugs,
            "locales": {locale: stamp.published_at for locale, stamp in self.live.locales.items()},
        }
        states = {
            locale: (one.state, one.version is not None, one.effective, one.expires)
            for locale, one in self.states.items()
        }
        return {
            "shared": sorted(self.shared),
            "origin": self.origin,
            "data": self.data,
            "slugs": self.slugs,
            "states": states,
            "live": live,
            "overrides": {one.site: (one.data, one.live) for one in self.overrides},
            "redirects": {one.address for one in self.redirects},
        }

    def named_versions(self) -> set[int]:
        """Those that the present states and translations lean on, besides the present one."""
        states = {n for one in self.states.values() for n in (one.version, one.scheduled_version) if n}
        live = {stamp.version for stamp in self.live.locales.values()} if self.live else set()
        return (states | live | {mark.version for mark in self.made_from}) - {self.version}
