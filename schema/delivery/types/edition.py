"""Editions: labels, states, documents and the summary follow from the facts and the clock."""

from collections.abc import Iterator
from typing import Annotated, Any, Optional

import strawberry

from cms.content.rules import labels
from cms.content.rules.date_label import date_range_label
from cms.content.rules.documents_shown import DocumentKind, documents_shown
from cms.content.rules.edition_status import EditionStatus, edition_status, next_status_change
from cms.content.rules.registration_state import RegistrationState, next_registration_change, registration_state
from cms.content.rules.wall_time import utc_instant
from cms.content_types.edition import Edition as EditionContent
from cms.content_types.edition_parts import EditionDocument as DocumentContent
from schema.delivery.projection import delivered as types
from schema.delivery.projection.delivers import delivers
from schema.delivery.projection.enums import enum_of
from schema.delivery.projection.field_resolver import WantedItem, computed
from schema.delivery.projection.item import Addressable, seo_of
from schema.delivery.projection.lazily import delivered
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.read_context import ReadContext, Target, loader
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.view import View
from schema.delivery.types import edition_parts as _parts
from schema.delivery.types.names import ANewsItem
from schema.delivery.types.participation import Contributor, by_person, contributor_references, contributors_of
from schema.delivery.values import country_name
from storage.conditions import all_of, any_of
from storage.freshness import changes_at

PartnerRole: Any = enum_of("PartnerRole", labels.PARTNER_ROLES)
SpeakerCapacity: Any = enum_of("SpeakerCapacity", labels.SPEAKER_CAPACITIES)

__all__ = ["Edition", "EditionDocument", "Registration", "_parts"]


@strawberry.type(description="Whether and where one can register for an edition.")
class Registration:
    state: RegistrationState = strawberry.field(description="As editors set it by hand, else by the clock.")
    state_label: str = strawberry.field(description="`state` in words, in the language that is read.")
    url: Optional[str] = strawberry.field(description="Only while one can register there.")
    message: Optional[str] = strawberry.field(
        description="What editors add, such as who may come; null where they add nothing."
    )


@delivers(DocumentContent)
class EditionDocument:
    """A document of an edition; it always leads somewhere."""


def status_of(entry: PublishedItem) -> EditionStatus:
    days = entry.derived.get("starts_at"), entry.derived.get("ends_at")
    cancelled, now = bool(entry.get("cancelled")), entry.reading.now
    changes_at(next_status_change(*days, now, cancelled=cancelled))
    return edition_status(*days, now, cancelled=cancelled)


def list_label_of(entry: PublishedItem) -> str:
    """What lists call the edition: the editors' words or "City, Country"."""
    written = entry.text("list_label")
    return written or f"{entry.text('city', fallback=True)}, {country_name(entry.reading, entry.data['country']).name}"


def lead_of(entry: PublishedItem) -> str | None:
    """Before and after the event it is told differently; until the later text is written the earlier one stays."""
    after = entry.text("lead_after") if status_of(entry) is EditionStatus.PAST else None
    return after or entry.text("lead_before")


def _shown_documents(entry: PublishedItem) -> list[Any]:
    return documents_shown(entry.get("documents") or ())


def _document_references(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    plan = types.projections["EditionDocument"].plan(selection)
    for one in _shown_documents(entry):
        yield from plan.references(entry.part(dict(one)))


def _partner_references(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    plan = types.projections["Partner"].plan(selection)
    for one in entry.get("partners") or ():
        yield from plan.references(entry.part(one))


def _summary_references(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    if id := entry.reading.found.get(("summary", entry.id)):
        yield id, selection


@loader("summaries")
async def load_summaries(reading: ReadContext, batch: list[tuple[PublishedItem, Selection]]) -> list[Target]:
    """The summaries of all these editions on this site, in one query."""
    selections = {entry.id: selection.below("summary") for entry, selection in batch}
    summaries = all_of(reading.listed("NewsItem"), any_of("derived.summarises", selections))
    found = reading.note(await reading.published.find(summaries, limit=2 * len(selections)))
    for summary in found:
        reading.found.setdefault(("summary", summary.derived["summarises"]), summary.id)
    return [(summary, selections[summary.derived["summarises"]]) for summary in found]


@delivers(EditionContent)
class Edition(View, Addressable):
    """One workshop of a series."""

    seo = seo_of(
        lambda entry: entry.text("theme") or list_label_of(entry),
        lead_of,
        *("theme", "list_label", "city", "country", "lead_before", "lead_after", "cancelled"),
    )

    @computed(needs=("series", "list_label", "city", "country"), refers_to="series", loads=("terms",))
    @staticmethod
    def title(entry: PublishedItem) -> str:
        """The series and the place, or what the site calls it."""
        if own := entry.overridden("title"):
            return own
        series = entry.reading.title_of(entry.get("series") or "")
        city = entry.text("city", fallback=True)
        return f"{series} – {city}" if series else str(city)

    @computed(needs=("list_label", "city", "country"), loads=("terms",))
    @staticmethod
    def list_label(entry: PublishedItem) -> str:
        """What lists call it, by default "City, Country"."""
        return list_label_of(entry)

    @computed(needs=("start", "end"))
    @staticmethod
    def date_label(entry: PublishedItem) -> str:
        """The dates in words: "21–23 November 2023", or that they are to be announced."""
        return date_range_label(entry.get("start"), entry.get("end"), entry.reading.locale)

    @computed(needs=("tentative",))
    @staticmethod
    def date_tentative(entry: PublishedItem) -> bool:
        """True: the days may still change."""
        return bool(entry.get("tentative"))

    @computed(needs=("cancelled",))
    @staticmethod
    def status(entry: PublishedItem) -> EditionStatus:
        """By the clock in the edition's own time zone, its last day included."""
        return status_of(entry)

    @computed(needs=("cancelled",))
    @staticmethod
    def status_label(entry: PublishedItem) -> str:
        """`status` in words, in the language that is read."""
        return entry.reading.label(labels.EDITION_STATUS, status_of(entry).value)

    @computed()
    @staticmethod
    def ordinal(entry: PublishedItem) -> Optional[int]:
        """Its number within the series; none while its date is not confirmed."""
        return entry.derived.get("ordinal")

    @computed()
    @staticmethod
    def has_programme(entry: PublishedItem) -> bool:
        """Whether any of its days has sessions."""
        return bool(entry.derived.get("has_programme"))

    @computed(needs=("lead_before", "lead_after", "cancelled"))
    @staticmethod
    def lead(entry: PublishedItem) -> Optional[str]:
        """An announcement before the event, a look back after it."""
        return lead_of(entry)

    @computed(needs=("registration", "time_zone", "cancelled"))
    @staticmethod
    def registration(entry: PublishedItem) -> Registration:
        """Whether and where one can register now."""
        return _registration(entry)

    @computed(loads=("summaries",), takes_selection=True)
    @staticmethod
    def summary(entry: PublishedItem, selection: Selection) -> Optional[ANewsItem]:
        """The news item that sums the event up on this site, once it is published."""
        id = entry.reading.found.get(("summary", entry.id))
        return entry.reading.view(id, selection) if id else None

    @computed(needs=("partners",), references=_partner_references, takes_selection=True)
    @staticmethod
    def _partners(entry: PublishedItem, selection: Selection) -> Any:
        plan = types.projections["Partner"].plan(selection)
        return [(one["role"], plan.build(entry.part(one))) for one in entry.get("partners") or ()]

    @strawberry.field(
        description="Who organises, hosts or supports it, in the order of the editors; `role` narrows, such as [HOST].",
        graphql_type=list[delivered("Partner")],
    )
    def partners(
        self,
        role: Annotated[
            Optional[list[PartnerRole]],  # pyright: ignore[reportInvalidTypeForm]
            strawberry.argument(description="In these roles only; left out or empty: in all."),
        ] = None,
    ) -> Any:
        wanted, partners = {one.value for one in role or ()}, list[tuple[str, Any]](self._partners)
        return [partner for one, partner in partners if not wanted or one in wanted]

    @computed(needs=("days",), references=contributor_references, takes_selection=True)
    @staticmethod
    def _contributors(entry: PublishedItem, selection: Selection) -> Any:
        return contributors_of(entry, selection)

    @strawberry.field(
        description="The people in its programme whom this site shows, each once, in the order of the programme; "
        "`capacity` narrows, such as [MODERATOR]."
    )
    def contributors(
        self,
        capacity: Annotated[
            Optional[list[SpeakerCapacity]],  # pyright: ignore[reportInvalidTypeForm]
            strawberry.argument(description="In these capacities only; left out or empty: in all."),
        ] = None,
    ) -> list[Contributor]:
        wanted, found = {one.value for one in capacity or ()}, list[tuple[str, Any, Any]](self._contributors)
        return by_person((person, seen) for one, person, seen in found if not wanted or one in wanted)

    @computed(needs=("documents",), references=_document_references, takes_selection=True)
    @staticmethod
    def _documents(entry: PublishedItem, selection: Selection) -> Any:
        plan = types.projections["EditionDocument"].plan(selection)
        shown = _shown_documents(entry)
        return [(one["kind"], plan.build(entry.part(dict(one)))) for one in shown]

    @strawberry.field(description="A final agenda hides the draft; `kind` narrows, such as [AGENDA_FINAL].")
    def documents(
        self,
        kind: Annotated[
            Optional[list[DocumentKind]],
            strawberry.argument(description="Of these kinds only; left out or empty: of all."),
        ] = None,
    ) -> list[EditionDocument]:
        documents: list[tuple[str, Any]] = self._documents
        return [document for one, document in documents if not kind or one in kind]


def _registration(entry: PublishedItem) -> Registration:
    given = entry.part(entry.get("registration") or {})
    zone = entry.get("time_zone") or "UTC"
    opens, closes = given.get("opens"), given.get("closes")
    facts: dict[str, Any] = {
        "manual": "closed" if entry.get("cancelled") else given.get("manual_state"),
        "edition_ends_at": entry.derived.get("ends_at"),
        "closes_at": utc_instant(closes, zone) if closes else None,
        "opens_at": utc_instant(opens, zone) if opens else None,
        "url": given.get("url"),
    }
    changes_at(next_registration_change(entry.reading.now, **facts))
    state = registration_state(entry.reading.now, **facts)
    return Registration(
        state=state,
        state_label=entry.reading.label(labels.REGISTRATION_STATE, state.value),
        url=given.get("url") if state is RegistrationState.OPEN else None,
        message=given.text("message"),
    )
