"""Robots get slow, people do not notice."""

import pytest

from cms.applications.actions.request_applicant_link import request_applicant_link
from cms.applications.actions.submit_application import submit_application
from cms.applications.applicant import ApplicantActor
from cms.applications.limits import CHANGES, UNPROVEN, is_allowed
from cms.kernel.errors import NotFound, TooManyRequests
from cms.kernel.services import Services
from storage.documents import HostApplication, Item
from tests.applying import Become
from tests.services import Clock

THOUSAND = 1000


async def test_of_a_thousand_submissions_in_a_minute_the_last_ones_wait_and_nobody_else_does(
    services: Services, applicant: ApplicantActor, ready: HostApplication, become: Become
) -> None:
    other = await become("petr@klastr.example")
    allowed = [await is_allowed(services, f"changes {applicant.id}", CHANGES) for _ in range(THOUSAND)]

    assert CHANGES.free - 50 < sum(allowed) <= CHANGES.free + 1
    with pytest.raises(TooManyRequests, match="Wait"):
        await submit_application(services, applicant, ready.id, revision=ready.revision)
    with pytest.raises(NotFound):  # and not that he should wait
        await submit_application(services, other, ready.id, revision=ready.revision)


async def test_who_was_told_to_wait_submits_then_and_nothing_is_lost(
    services: Services, applicant: ApplicantActor, ready: HostApplication, clock: Clock
) -> None:
    for _ in range(CHANGES.free + 5):
        await is_allowed(services, f"changes {applicant.id}", CHANGES)
    with pytest.raises(TooManyRequests) as told:
        await submit_application(services, applicant, ready.id, revision=ready.revision)

    clock.now = clock.now.fromtimestamp(clock.now.timestamp() + told.value.retry_after + 1, clock.now.tzinfo)

    done = await submit_application(services, applicant, ready.id, revision=ready.revision)
    assert done.snapshot is not None and done.snapshot.answers["city"] == "Ostrava"


async def test_a_thousand_requests_for_links_from_one_network_are_slowed_and_other_networks_are_not(
    services: Services, call: Item
) -> None:
    for _ in range(THOUSAND):
        await is_allowed(services, "network 192.0.2.1 unproven", UNPROVEN)

    async def ask(address: str) -> None:
        await request_applicant_link(
            services, site="eccp", call="hosts-2024", email="a@b.example", locale="cs", proof=None, address=address
        )

    with pytest.raises(TooManyRequests, match="Příliš mnoho pokusů"):
        await ask("192.0.2.1")
    with pytest.raises(NotFound):  # the site is not in Czech, which is as far as it gets
        await ask("192.0.2.2")
