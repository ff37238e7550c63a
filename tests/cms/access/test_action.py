"""What holds of every action: it is one transaction, its body may run again, and a wrong declaration fails at once."""

import pytest
from pymongo.errors import PyMongoError

from cms.access.action import action
from cms.access.actor import SYSTEM, Actor
from cms.access.change import Change, SiteChange
from cms.kernel.errors import Invalid, NotPermitted, Problem
from cms.kernel.services import Services
from storage.documents import AuditEntry, OutboxEvent

tries: list[Change] = []


@action(right="publish", event="FlagRaised")
async def raise_flag(change: SiteChange, site: str, colour: str, failures: int = 0) -> str:
    """Meets others at its first `failures` tries."""
    tries.append(change)
    change.tell(colour=colour)
    if len(tries) <= failures:
        error = PyMongoError("somebody else was here")
        error._add_error_label("TransientTransactionError")
        raise error
    return f"{colour} on {change.site}"


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    tries.clear()


async def traces(services: Services) -> tuple[list[AuditEntry], list[OutboxEvent]]:
    entries = await AuditEntry.find(AuditEntry.action == "raise_flag").to_list()
    return entries, await OutboxEvent.find(OutboxEvent.name == "FlagRaised").to_list()


async def test_entry_and_event_follow_from_the_declaration(services: Services):
    assert await raise_flag(services, SYSTEM, "eccp", colour="red") == "red on eccp"

    [entry], [event] = await traces(services)
    assert (entry.by, entry.site, entry.details, entry.at) == ("system", "eccp", {"colour": "red"}, services.clock())
    assert (event.site, event.payload) == ("eccp", {"colour": "red", "by": "system", "audit": entry.id})


async def test_who_has_not_the_right_leaves_nothing(services: Services):
    reader = Actor("ann", "Ann", {"nca": frozenset({"editor"})})

    with pytest.raises(NotPermitted):
        await raise_flag(services, reader, "eccp", "red")

    assert await traces(services) == ([], [])
    assert tries == []


async def test_each_try_has_a_change_of_its_own(services: Services):
    await raise_flag(services, SYSTEM, "eccp", "red", failures=2)

    assert len({id(change) for change in tries}) == 3
    assert [len(found) for found in await traces(services)] == [1, 1]


async def test_refused_body_leaves_nothing(services: Services):
    @action(right="publish", records="raise_flag", event="FlagRaised")
    async def refuse(change: SiteChange, site: str) -> None:
        raise Invalid([Problem("site", "NO_FLAG", "There is none.")])

    with pytest.raises(Invalid):
        await refuse(services, SYSTEM, "eccp")

    assert await traces(services) == ([], [])


async def test_what_changed_nothing_is_not_recorded(services: Services):
    @action(right="publish", records="raise_flag", event="FlagRaised")
    async def look(change: SiteChange, site: str) -> None:
        change.is_recorded = True

    await look(services, SYSTEM, "eccp")

    assert await traces(services) == ([], [])


def test_unknown_right_is_refused_at_once():
    with pytest.raises(ValueError, match="no right wave"):
        action(right="wave")


def test_action_that_does_not_say_what_it_is_about_is_refused_at_once():
    async def strike(change: SiteChange, colour: str) -> None:
        """Without the site."""

    with pytest.raises(TypeError, match="strike needs the argument site"):
        action(right="publish")(strike)
