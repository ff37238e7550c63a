"""Second factors."""

from datetime import datetime

from storage.documents.stored import Stored


class SecondFactor(Stored):
    """What an account asks for besides its password; `_id` is the account's. `secret` is sealed; `last_counter` the
    time step of the last code that was taken, before which none is taken again; `recovery` holds digests of the codes
    that are left. `pending` is the sealed secret of an enrolment that is not confirmed yet."""

    secret: str | None = None
    enabled_at: datetime | None = None
    last_counter: int = 0
    recovery: list[str] = []
    pending: str | None = None

    class Settings:
        name = "second_factors"
        indexes = []
