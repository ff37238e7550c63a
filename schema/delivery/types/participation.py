"""What somebody did in the programme of an edition."""

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import Any, Optional

import strawberry

from cms.content_types import programme
from schema.delivery.lists.connections import Wrapped, connection_type
from schema.delivery.projection.delivered import projections
from schema.delivery.projection.field_resolver import WantedItem
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.types.names import ADay, AnEdition, APerson, ASession, ASpeaker, ATalk

TYPES = {"day": "Day", "session": "Session", "talk": "Talk", "speaker": "Speaker"}
"""{field of `Appearance`: the part of an edition that it is}."""

Parts = dict[str, PublishedItem]
"""{field of `Appearance`: the stored part}, without a talk for who moderates a session."""


@strawberry.type(description="Where a person stands in a programme: with a talk, or as moderator of a session.")
class Appearance:
    day: ADay = strawberry.field(description="The day of the programme.")
    session: ASession = strawberry.field(description="The innermost session that it belongs to.")
    talk: Optional[ATalk] = strawberry.field(description="Null where the person moderates the session.")
    speaker: ASpeaker = strawberry.field(description="Capacity, role and organisation of the person at that time.")


@strawberry.type(description="What a person does, or did, in the programme of an edition.")
class Participation:
    edition: AnEdition = strawberry.field(description="The edition whose programme it is.")
    appearances: list[Appearance] = strawberry.field(
        description="All of the person's, in the order of the programme; of one talk too, in several capacities."
    )


@strawberry.type(description="A person in the programme of an edition, with all that the person does there.")
class Contributor:
    person: APerson = strawberry.field(description="Who it is, as this site shows the person.")
    appearances: list[Appearance] = strawberry.field(description="In the order of the programme; narrowed likewise.")


ParticipationConnection: Any = connection_type("Participation", Participation)


def participations_of(person: str) -> Wrapped:
    """The editions of a list, each with what the person does there."""

    def made(entry: PublishedItem, edition: Any, selection: Selection) -> Participation:
        asked = selection.below("appearances")
        shown = [_appearance(parts, asked) for parts in _parts_of(entry) if _person(parts) == person]
        return Participation(edition=edition, appearances=shown)

    def wanted(entry: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
        asked = selection.below("appearances")
        for parts in _parts_of(entry):
            if _person(parts) == person:
                yield from _references(parts, asked)

    return Wrapped("Participation", "edition", ("data.days",), made, wanted)


def contributor_references(edition: PublishedItem, selection: Selection) -> Iterator[WantedItem]:
    for parts in _parts_of(edition):
        yield _person(parts), selection.below("person")
        yield from _references(parts, selection.below("appearances"))


def contributors_of(edition: PublishedItem, selection: Selection) -> list[tuple[str, Any, Appearance]]:
    """(capacity, person, appearance) of each that this site shows, in the order of the programme."""
    of_person, below = selection.below("person"), selection.below("appearances")
    return [
        (parts["speaker"].get("capacity"), person, _appearance(parts, below))
        for parts in _parts_of(edition)
        if (person := edition.reading.view(_person(parts), of_person))
    ]


def by_person(found: Iterable[tuple[Any, Appearance]]) -> list[Contributor]:
    """Each person once, where the programme names the person first."""
    contributors: dict[str, Contributor] = {}
    for person, appearance in found:
        one = contributors.setdefault(person._entry.id, Contributor(person=person, appearances=[]))
        one.appearances.append(appearance)
    return list(contributors.values())


def _parts_of(edition: PublishedItem) -> Iterator[Parts]:
    for one in programme.appearances(edition.get("days") or ()):
        day = edition.part(one.day)
        session = reduce(PublishedItem.part, one.sessions, day)
        talk = {"talk": session.part(one.talk)} if one.talk else {}
        speaker = talk.get("talk", session).part(one.speaker)
        yield {"day": day, "session": session, **talk, "speaker": speaker}


def _person(parts: Parts) -> str:
    return parts["speaker"].get("person") or ""


def _references(parts: Parts, selection: Selection) -> Iterator[WantedItem]:
    for name, part in parts.items():
        yield from projections[TYPES[name]].plan(selection.below(name)).references(part)


def _appearance(parts: Parts, selection: Selection) -> Appearance:
    built = {name: projections[TYPES[name]].plan(selection.below(name)).build(part) for name, part in parts.items()}
    return Appearance(**{"talk": None, **built})
