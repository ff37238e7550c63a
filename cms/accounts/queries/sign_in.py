"""What people see of their own way in: language, second factor, sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cms.access.actor import Actor
from cms.accounts.may_end import may_end
from cms.kernel.errors import NotFound
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import all_of, between, equal
from storage.keyset import Order

DEFAULT_LOCALE = "en"


@dataclass(frozen=True, slots=True)
class SecondFactorState:
    """`enabled_at` is None where it is off."""

    enabled_at: datetime | None
    recovery_codes_left: int


async def own_locale(services: Services, actor: Actor) -> str:
    account = await services.repository.accounts.get(actor.id)
    return account.locale if account else DEFAULT_LOCALE


async def own_notifications(services: Services, actor: Actor) -> bool:
    account = await services.repository.accounts.get(actor.id)
    return account is None or account.notifications


async def own_second_factor(services: Services, actor: Actor) -> SecondFactorState:
    factor = await services.repository.second_factors.get(actor.id)
    return SecondFactorState(factor.enabled_at, len(factor.recovery)) if factor else SecondFactorState(None, 0)


async def have_second_factor(services: Services, actor: Actor, accounts: Sequence[str]) -> list[bool | None]:
    """Of each; None where that is not the actor's to know."""
    shown = [account for account in accounts if may_end(actor, account)]
    found = await services.repository.second_factors.turned_on(shown) if shown else set[str]()
    return [account in found if account in shown else None for account in accounts]


def list_sessions(services: Services, actor: Actor, account: str | None = None) -> Listing:
    """Those that are not over, the latest first: one's own, or those of another account by whoever manages people.

    Raises NotFound."""
    whose = account or actor.id
    if not may_end(actor, whose):
        raise NotFound(f"There is no account {whose}.")
    lasting = all_of(equal({"account": whose}), between("expires", above=services.clock()))
    return Listing("sessions", services.repository.session_lists, lasting, Order("created"), ("token_hash",))
