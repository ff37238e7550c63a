"""An accepted application becomes exactly one draft edition with nothing private in it."""

import asyncio
import json
import re
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.accounts.actions.set_password_of import set_password_of
from cms.accounts.people import actor_of
from cms.accounts.sign_in.forgotten_password import set_password
from cms.accounts.sign_in.visitor import Visitor
from cms.applications.actions.accept_application import accept_application
from cms.items.actions import create_item, publish_item
from cms.kernel.errors import Invalid, NotFound
from cms.kernel.services import Services
from cms.mail.mail_values import mail_values
from cms.mail.message import Sender, mail_message
from storage.documents import HostApplication, Item
from storage.mongo import Mongo
from tests.applying import ANSWERS, mails_to
from tests.cms.items.test_all_or_nothing import everything
from tests.reviewing import DECIDER, MakeApplication, shortlisted
from tests.services import Publish

PRIVATE = ("description", "contact_name", "contact_position", "contact_email", "rationale", "expected_impact")


async def edition_of(services: Services, application: HostApplication) -> Item:
    item = await services.repository.items.get(application.edition or "")
    assert item is not None
    return item


async def organisation(services: Services, id: str) -> dict[str, Any]:
    item = await services.repository.items.get(id)
    assert item is not None
    return {"name": item.data["name"], "country": item.data.get("country"), "states": item.states}


async def test_the_draft_edition_has_the_facts_of_the_event_and_nobody_but_editors_sees_it(
    services: Services, make_application: MakeApplication, series: Item, organiser: Item
) -> None:
    application = await shortlisted(services, await make_application())

    accepted = await accept_application(services, DECIDER, application.id, "Congratulations.")

    edition = await edition_of(services, accepted)
    assert (accepted.status, accepted.decided_at) == ("accepted", services.clock())
    assert (edition.type, edition.site, edition.states, edition.shared) == ("Edition", "eccp", {}, [])
    assert edition.origin == f"application:{application.id}" and edition.slugs == {"cs": "ostrava-2024"}
    data = {name: value for name, value in edition.data.items() if name != "partners"}
    assert data == {
        "series": series.id,
        "city": {"cs": "Ostrava"},
        "region": {"cs": "Moravskoslezský kraj"},
        "country": "CZ",
        "start": "2024-10-01",
        "end": "2024-10-02",
        "tentative": True,
        "time_zone": "Europe/Prague",
        "theme": {"cs": "Industry in transition"},
        "sectors": ["circular-economy"],
    }
    roles = [(one["role"], await organisation(services, one["organisation"])) for one in edition.data["partners"]]
    assert [role for role, _one in roles] == ["organiser", "host", "supporter"]
    assert edition.data["partners"][0]["organisation"] == organiser.id
    assert roles[1][1] == {"name": {"cs": "Klastr Ostrava"}, "country": "CZ", "states": {}}
    assert roles[2][1]["name"] == {"cs": "Moravskoslezský kraj"}


async def test_nothing_private_goes_into_anything_that_is_made(
    services: Services, mongo: Mongo, make_application: MakeApplication
) -> None:
    application = await shortlisted(services, await make_application())
    before = {one["_id"] for name in ("items", "drafts") for one in (await everything(mongo))[name]}

    await accept_application(services, DECIDER, application.id)

    after = await everything(mongo)
    made = [one for name in ("items", "drafts", "versions") for one in after[name] if one["_id"] not in before]
    text = json.dumps(made, default=str, ensure_ascii=False)
    assert "Ostrava" in text
    assert not [key for key in PRIVATE if ANSWERS[key] in text]
    assert application.email not in text


async def test_nothing_is_public(services: Services, mongo: Mongo, make_application: MakeApplication) -> None:
    application = await shortlisted(services, await make_application())
    before = (await everything(mongo))["published"]

    await accept_application(services, DECIDER, application.id)

    assert (await everything(mongo))["published"] == before


async def test_whoever_clicks_twice_gets_the_same_edition_and_one_mail_goes_out(
    services: Services, mongo: Mongo, make_application: MakeApplication
) -> None:
    application = await shortlisted(services, await make_application())

    both = await asyncio.gather(
        *(accept_application(services, DECIDER, application.id) for _click in range(2)), return_exceptions=True
    )
    once = await everything(mongo)
    again = await accept_application(services, DECIDER, application.id)

    known = {one.edition for one in (*both, again) if isinstance(one, HostApplication)}
    assert len(known) == 1 and None not in known
    assert await everything(mongo) == once
    assert len([one for one in once["items"] if one["type"] == "Edition"]) == 1
    assert len(await mails_to(services, application.email, "host_chosen")) == 1


async def test_the_applicant_is_invited_and_works_on_that_draft_alone(
    services: Services, make_application: MakeApplication, make_edition: Publish
) -> None:
    other = await make_edition()
    application = await shortlisted(services, await make_application())

    accepted = await accept_application(services, DECIDER, application.id)

    account = await services.repository.accounts.by_email(application.email)
    assert account is not None and (account.roles, account.locale) == ({}, "cs")
    assert account.item_roles == {accepted.edition: ["contributor"]}
    actor, edition = actor_of(account), await edition_of(services, accepted)
    assert actor.may_on("update", edition) and not actor.may_on("publish", edition)
    assert not actor.may_on("read", other) and not actor.may("read", "eccp")
    templates = sorted(one.template for one in await mails_to(services, application.email))
    assert templates == ["application_shortlisted", "host_chosen"]


async def test_one_mail_of_the_site_tells_of_the_decision_the_draft_and_the_password(
    services: Services, make_application: MakeApplication
) -> None:
    application = await shortlisted(services, await make_application())

    accepted = await accept_application(services, DECIDER, application.id, "Dobrá zpráva.")

    [mail] = await mails_to(services, application.email, "host_chosen")
    message = mail_message(mail, mail_values(services, mail), Sender("cms@eccp.example", "ECCP"))
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    link = re.search(r"http://cms\.test/admin/set-password\?token=(\S+)", text)
    assert (mail.locale, mail.site, str(message["Reply-To"])) == ("cs", "nca", "calls@eccp.example")
    assert "Ostrava, Česko" in text and "Dobrá zpráva." in text
    assert f"http://cms.test/admin/content/Edition/{accepted.edition}" in text
    assert link and (await set_password(services, Visitor(), link[1], "seven quiet boats at noon")).email == mail.to


async def test_an_applicant_who_has_an_account_keeps_it_and_gets_no_invitation(
    services: Services, make_application: MakeApplication
) -> None:
    one = await shortlisted(services, await make_application())
    first = await accept_application(services, DECIDER, one.id)
    made = await shortlisted(services, await make_application(city="Brno"))
    other = await services.transact(
        lambda session: services.repository.applications.change(made, {"email": one.email}, session)
    )

    await set_password_of(services, one.email, "seven quiet boats at noon")

    second = await accept_application(services, DECIDER, other.id)

    account = await services.repository.accounts.by_email(one.email)
    assert account is not None
    assert account.item_roles == {first.edition: ["contributor"], second.edition: ["contributor"]}
    mails = {mail.about: mail for mail in await mails_to(services, one.email, "host_chosen")}
    assert mails[one.id].sealed and not mails[other.id].sealed
    assert mails[other.id].values["link"] == f"http://cms.test/admin/content/Edition/{second.edition}"


async def test_organisations_that_are_known_are_used_and_addresses_that_are_taken_are_not(
    services: Services, make_application: MakeApplication
) -> None:
    known = await create_item(
        services,
        SYSTEM,
        type="Organisation",
        site="eccp",
        data={"name": {"en": "KLASTR Ostrava", "cs": "klastr ostrava"}},
    )
    first = await accept_application(services, DECIDER, (await shortlisted(services, await make_application())).id)
    second = await accept_application(services, DECIDER, (await shortlisted(services, await make_application())).id)

    one, other = await edition_of(services, first), await edition_of(services, second)

    assert (one.slugs, other.slugs) == ({"cs": "ostrava-2024"}, {"cs": "ostrava-2024-2"})
    assert {each.data["partners"][1]["organisation"] for each in (one, other)} == {known.id}
    assert one.data["partners"][2] != other.data["partners"][2]["organisation"]
    assert one.data["partners"][2]["organisation"] == other.data["partners"][2]["organisation"]


async def test_the_chosen_dates_are_one_of_the_preferred_ones(
    services: Services, make_application: MakeApplication
) -> None:
    ranges = [{"start": "2024-10-01", "end": "2024-10-02"}, {"start": "2024-11-05", "end": "2024-11-06"}]
    application = await shortlisted(services, await make_application(preferred_dates=ranges))

    for dates in (-1, 2):
        with pytest.raises(Invalid):
            await accept_application(services, DECIDER, application.id, dates=dates)
    accepted = await accept_application(services, DECIDER, application.id, dates=1)

    assert (await edition_of(services, accepted)).data["start"] == "2024-11-05"


async def test_no_answer_stands_in_the_way_of_a_decision(services: Services, make_application: MakeApplication) -> None:
    strange = {
        "organisation": "=1+1 🚀 שלום",
        "website": "javascript:alert(1)",
        "city": "北京",
        "country": None,
        "preferred_dates": [],
        "theme": "x" * 5000,
        "sectors": ["no-such-term", "no-such-term"],
        "regional_authority": "",
    }
    application = await shortlisted(services, await make_application(**strange))

    accepted = await accept_application(services, DECIDER, application.id)

    edition = await edition_of(services, accepted)
    assert edition.data["city"] == {"cs": "北京"} and "country" not in edition.data and "start" not in edition.data
    host = await services.repository.items.get(edition.data["partners"][1]["organisation"])
    assert host is not None and "url" not in host.data


async def test_the_draft_can_be_finished_and_published_by_an_editor(
    services: Services, make_application: MakeApplication
) -> None:
    accepted = await accept_application(services, DECIDER, (await shortlisted(services, await make_application())).id)

    with pytest.raises(Invalid) as refused:
        await publish_item(services, SYSTEM, accepted.edition or "", ["cs"])

    assert {(one.field, one.code) for one in refused.value.problems} >= {("lead_before", "REQUIRED")}


async def test_an_application_that_is_not_there_is_not_accepted(
    services: Services, make_application: MakeApplication
) -> None:
    with pytest.raises(NotFound):
        await accept_application(services, DECIDER, "f" * 24)
