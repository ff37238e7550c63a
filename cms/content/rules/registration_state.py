"""Whether one can register for an edition."""

from datetime import datetime
from enum import StrEnum

from cms.content.rules.next_change import next_change


class RegistrationState(StrEnum):
    NOT_ANNOUNCED = "not_announced"
    NOT_YET_OPEN = "not_yet_open"
    OPEN = "open"
    CLOSED = "closed"


def registration_state(
    now: datetime,
    *,
    manual: str | None = None,
    edition_ends_at: datetime | None = None,
    closes_at: datetime | None = None,
    opens_at: datetime | None = None,
    url: str | None = None,
) -> RegistrationState:
    """The first that applies: the editor's word, the edition is past, registration has closed, it has not opened, there
    is an address to register at. ValueError: `manual` is no state."""
    if manual:
        return RegistrationState(manual)
    if edition_ends_at is not None and now >= edition_ends_at:
        return RegistrationState.CLOSED
    if closes_at is not None and now >= closes_at:
        return RegistrationState.CLOSED
    if opens_at is not None and now < opens_at:
        return RegistrationState.NOT_YET_OPEN
    return RegistrationState.OPEN if url else RegistrationState.NOT_ANNOUNCED


def next_registration_change(
    now: datetime,
    *,
    manual: str | None = None,
    edition_ends_at: datetime | None = None,
    closes_at: datetime | None = None,
    opens_at: datetime | None = None,
    url: str | None = None,
) -> datetime | None:
    """When the state will be another one by itself; None: never."""

    def state(moment: datetime) -> RegistrationState:
        return registration_state(
            moment,
            manual=manual,
            edition_ends_at=edition_ends_at,
            closes_at=closes_at,
            opens_at=opens_at,
            url=url,
        )

    return next_change((edition_ends_at, closes_at, opens_at), now, state)
