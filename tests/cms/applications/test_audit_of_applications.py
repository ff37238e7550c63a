"""Who reads in the audit trail what was done with applications: those who see all of them, and nobody else."""

import pytest

from cms.access.actor import Actor
from cms.items.queries.history import AuditFilter, audit_trail
from cms.kernel.services import Services
from tests.reviewing import REVIEWER, MakeApplication, scored
from tests.services import person

EDITOR = person("eva", eccp=["editor"], nca=["editor"])
EVERYWHERE_EDITOR = person("root", everywhere=["editor"])


async def types_in_trail(services: Services, actor: Actor) -> set[str | None]:
    return {entry["type"] for entry in await audit_trail(services, actor, AuditFilter()).page(100)}


@pytest.mark.parametrize("actor", [EDITOR, EVERYWHERE_EDITOR, REVIEWER], ids=lambda actor: actor.id)
async def test_steps_of_applications_are_not_told_to_those_who_edit_or_review(
    services: Services, make_application: MakeApplication, actor: Actor
) -> None:
    await scored(services, await make_application())

    found = await types_in_trail(services, actor)

    assert "HostApplication" not in found and "CallForHosts" in found


@pytest.mark.parametrize("role", ["call_manager", "decision_maker"])
async def test_they_are_told_to_those_who_see_all_applications_of_the_site(
    services: Services, make_application: MakeApplication, role: str
) -> None:
    await scored(services, await make_application())

    assert "HostApplication" in await types_in_trail(services, person("here", nca=[role]))
    assert "HostApplication" in await types_in_trail(services, person("anywhere", everywhere=[role]))
    assert "HostApplication" not in await types_in_trail(services, person("elsewhere", eccp=[role]))
