"""Applications to calls for hosts, for managers and decision makers of the calls and for the reviewers of each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cms.access.actor import EVERYWHERE, Actor
from cms.access.application_rights import DECIDE, MANAGE, REVIEW
from cms.accounts.notify import roles_with
from cms.applications import states
from cms.applications.case import Case, call_data, counting, load_case, sees_all, sees_scores, steps_for
from cms.applications.ranking import CountryBalance, Scored, Standing, balance, rank, standing
from cms.applications.scoring import criteria_of
from cms.content.rules.collation import order_key
from cms.kernel.errors import NotFound, TransitionNotAllowed
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from storage.conditions import EVERYTHING, Condition, all_of, any_of, either, equal, given, has_moment, not_
from storage.documents import Account, ApplicationReview, HostApplication, Item
from storage.keyset import Order
from storage.mongo import Session

MAX_RANKED = 1000
RANKED = (states.UNDER_REVIEW, states.SHORTLISTED, states.ACCEPTED, states.REJECTED)
NEWEST, OLDEST = Order("submitted_at"), Order("submitted_at", descending=False)


@dataclass(frozen=True, slots=True)
class ApplicationFilter:
    """`assigned`: only those that the actor reviews."""

    call: str | None = None
    cutoff: str | None = None
    status: Sequence[str] = ()
    assigned: bool = False
    reference: str | None = None

    def condition(self) -> Condition:
        reference = (self.reference or "").strip().upper()[:20]
        exact = given({"call": self.call, "cutoff": self.cutoff, "reference": reference})
        return all_of(exact, any_of("status", self.status)) if self.status else exact


async def find_applications(services: Services, actor: Actor, filter: ApplicationFilter) -> Listing:
    """The latest submitted first."""
    assigned = equal({"reviewers": actor.id}) if filter.assigned else EVERYTHING
    shown = all_of(await _visible(services, actor), filter.condition(), assigned)
    return Listing("applications", services.repository.application_lists, shown, NEWEST)


async def _visible(services: Services, actor: Actor) -> Condition:
    everything = actor.sites(MANAGE) | actor.sites(DECIDE)
    submitted = has_moment("submitted_at")
    if EVERYWHERE in everything:
        return submitted
    reach: list[Condition] = []
    if everything:
        reach.append(await _to_calls_of(services, everything))
    if reviewed := actor.sites(REVIEW):
        of_sites = EVERYTHING if EVERYWHERE in reviewed else await _to_calls_of(services, reviewed)
        reach.append(all_of(equal({"reviewers": actor.id}), of_sites))
    return all_of(submitted, either(*reach))


async def _to_calls_of(services: Services, sites: Iterable[str]) -> Condition:
    return any_of("call", await services.repository.items.ids_of_sites("CallForHosts", sorted(sites)))


async def get_call(
    services: Services, actor: Actor, id: str, session: Session | None = None
) -> tuple[Item, Mapping[str, Any]]:
    """The call and its data, for those who see all its applications. Raises NotFound."""
    call = await services.repository.items.get(id[:64], session)
    if call is None or call.type != "CallForHosts" or not sees_all(actor, call):
        raise NotFound(f"There is no call {id[:64]} whose applications you may see.")
    return call, await call_data(services, call, session)


@dataclass(frozen=True, slots=True)
class CallOverview:
    """`counts`: {(cut-off or None, status): number}, drafts counted under "draft" without anything else of them."""

    call: Item
    data: Mapping[str, Any]
    counts: Mapping[tuple[str | None, str], int]


async def list_calls(services: Services, actor: Actor) -> list[CallOverview]:
    """The calls whose applications this person sees all of, the latest first."""
    sites = actor.sites(MANAGE) | actor.sites(DECIDE)
    if not sites:
        return []
    calls = await services.repository.items.of_sites("CallForHosts", None if EVERYWHERE in sites else sorted(sites))
    counted = await services.repository.applications.counts([one.id for one in calls])
    return [CallOverview(one, await call_data(services, one), counted.get(one.id, {})) for one in calls]


async def own_review(services: Services, actor: Actor, application: str) -> ApplicationReview | None:
    return await services.repository.application_reviews.of(application, actor.id)


def shown_reviews(actor: Actor, case: Case, found: Sequence[ApplicationReview]) -> list[ApplicationReview]:
    """Those whose scores this person may know: the own one, and those of others that are in."""
    own = next((one for one in found if one.reviewer == actor.id), None)
    others = counting(found) if sees_scores(actor, case, own) else []
    mine = [own] if own is not None and own not in others and own.conflict is not True else []
    return [*mine, *others]


def standing_of(case: Case, found: Sequence[ApplicationReview]) -> Standing:
    """Without its place among others."""
    return standing(case.criteria, _scored(case.application, found))


@dataclass(frozen=True, slots=True)
class Ranking:
    """`standings` in their order; `applications` and the `reviews` that may be shown by the id of the application."""

    call: Item
    data: Mapping[str, Any]
    standings: Sequence[Standing]
    balance: Sequence[CountryBalance]
    applications: Mapping[str, HostApplication]
    reviews: Mapping[str, Sequence[ApplicationReview]]


async def get_ranking(services: Services, actor: Actor, call: str, cutoff: str | None = None) -> Ranking:
    """Of the applications to a call (of one cut-off) whose review has begun. Raises NotFound.

    Whoever reviews one of them and has not handed it in yet sees no scores of that one.
    """
    item, data = await get_call(services, actor, call)
    of_call = all_of(equal({"call": item.id, "erased_at": None}), given({"cutoff": cutoff}))
    ranked = all_of(of_call, any_of("status", RANKED))
    found = await services.repository.applications.matching(ranked, None, MAX_RANKED, OLDEST)
    reviews = await reviews_of(services, [one.id for one in found])
    cases = [Case(one, item, data) for one in found]
    shown = {one.application.id: shown_reviews(actor, one, reviews[one.application.id]) for one in cases}
    ordered = rank(criteria_of(data), [_scored(one, shown[one.id]) for one in found])
    editions = await _editions_by_country(services, data)
    return Ranking(item, data, ordered, balance(ordered, editions), {one.id: one for one in found}, shown)


async def reviews_of(services: Services, ids: Sequence[str]) -> dict[str, list[ApplicationReview]]:
    """{application: its reviews}, for each of the ids."""
    found: dict[str, list[ApplicationReview]] = {id: [] for id in ids}
    for one in await services.repository.application_reviews.of_applications(list(ids)):
        found[one.application].append(one)
    return found


@dataclass(frozen=True, slots=True)
class ReviewerLoad:
    """`assigned`: applications to the call that this person reviews or has reviewed; `done`: reviews that are in."""

    account: Account
    assigned: int
    done: int


async def list_reviewers(services: Services, actor: Actor, call: str) -> list[ReviewerLoad]:
    """Who reviews applications to a call, by name, for those who manage them. Raises NotFound."""
    item, _data = await get_call(services, actor, call)
    accounts = await services.repository.accounts.with_role_on(item.site, roles_with(REVIEW))
    reviews = [
        one for one in await services.repository.application_reviews.of_call(item.id) if one.conflict is not True
    ]
    assigned, done = Counter(one.reviewer for one in reviews), Counter(one.reviewer for one in counting(reviews))
    accounts.sort(key=lambda one: order_key(one.name, "en"))
    return [ReviewerLoad(one, assigned[one.id], done[one.id]) for one in accounts]


async def get_application(services: Services, actor: Actor, id: str) -> Case:
    """Raises NotFound."""
    return await load_case(services, actor, id)


async def get_case_to_tell(services: Services, actor: Actor, id: str, step: str) -> Case:
    """One on which this person may take the step now. Raises NotFound, TransitionNotAllowed."""
    case = await load_case(services, actor, id)
    if step not in steps_for(actor, case, None):
        raise TransitionNotAllowed(f"You cannot {step} this application as it stands.")
    return case


async def read_calls(services: Services, ids: Sequence[str]) -> dict[str, tuple[Item, Mapping[str, Any]]]:
    """{id: (call, its data)} of those that are there, for applications that whoever asks sees."""
    items = await services.repository.items.with_ids(list(ids), even_deleted=True)
    live = {one["_id"]: one["data"] for one in await services.repository.published.as_written(ids)}
    return {one.id: (one, live.get(one.id, one.data)) for one in items}


def country_of(application: HostApplication) -> str:
    country = (application.snapshot.answers if application.snapshot else {}).get("country")
    return country if isinstance(country, str) else ""


def _scored(application: HostApplication, found: Sequence[ApplicationReview]) -> Scored:
    return Scored(application.id, country_of(application), application.status, [one.scores for one in counting(found)])


async def _editions_by_country(services: Services, call: Mapping[str, Any]) -> Counter[str]:
    """Of the series of the call, as visitors see them."""
    of_series = equal({"type": "Edition", "data.series": call.get("series")})
    held = all_of(of_series, not_(equal({"data.cancelled": True})))
    found = await services.repository.published.matching(held, ["data.country"], None)
    return Counter(one["data"].get("country", "") for one in found)
