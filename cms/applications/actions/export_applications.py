"""Carry the applications to a call away as a file; who did it is kept, as there is personal data in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cms.access.action import action
from cms.access.actor import Actor
from cms.access.application_rights import MANAGE
from cms.access.change import Change
from cms.access.record import Subject
from cms.applications.exports.application_tables import Tables, answers_table
from cms.applications.exports.tables import Document, Table
from cms.applications.exports.words import words_of
from cms.applications.exports.written import written
from cms.applications.form_version import form_of
from cms.applications.name import form_key, forms_of
from cms.applications.queries.applications import Ranking, get_call, get_ranking
from cms.applications.reading import Reader
from cms.applications.scoring import criteria_of
from cms.applications.titles import call_title
from cms.content.rules.deadlines import deadlines_of, find_deadline
from cms.content.rules.locale_code import is_locale
from cms.content.rules.slug import slug_from
from cms.kernel.process_pool import run_in_process
from cms.kernel.services import Services
from storage.conditions import all_of, equal, given
from storage.documents import HostApplication, Item

WAITING = "submitted"


@dataclass(frozen=True, slots=True)
class Export:
    filename: str
    content: bytes


@dataclass
class ExportChange(Change):
    """What those carry away who see all applications to a call: by the right to manage them, or to decide."""

    item: Item = field(init=False)

    async def load(self, call: str) -> None:
        """Raises NotFound."""
        self.item, _data = await get_call(self.services, self.actor, call, self.session)

    def subject(self) -> Subject:
        return Subject(item=self.item.id, type=self.item.type, site=self.item.site)


@action(right=MANAGE, records="export_applications")
async def keep_export(change: ExportChange, call: str, ranking: Ranking, format: str, cutoff: str | None) -> None:
    """That it was done. Raises NotFound."""
    change.tell(format=format, applications=len(ranking.applications), **({"cutoff": cutoff} if cutoff else {}))


async def export_applications(
    services: Services, actor: Actor, call: str, format: str, *, cutoff: str | None = None, locale: str = "en"
) -> Export:
    """`format`: "xlsx" with ranking, countries, reviews and every answer; "pdf" with ranking and countries. As the
    actor may see them: scores of what he reviews himself come after his own review.

    Raises NotFound.
    """
    locale = locale if is_locale(locale) else "en"
    ranking = await get_ranking(services, actor, call, cutoff)
    document = await _document(services, ranking, format, cutoff, locale)
    await keep_export(services, actor, call, ranking, format, cutoff)
    content = await run_in_process(written, document, format, services.clock())
    return Export(f"{slug_from(document.title) or 'applications'}.{format}", content)


async def _document(services: Services, ranking: Ranking, format: str, cutoff: str | None, locale: str) -> Document:
    words, now = words_of(locale), services.clock()
    deadline = find_deadline(deadlines_of(ranking.data, now), cutoff)
    facts = [
        deadline.label(locale) if deadline else words["all_cutoffs"],
        words["made"].format(moment=f"{now:%Y-%m-%d %H:%M}"),
    ]
    tables = Tables(
        criteria_of(ranking.data),
        ranking.standings,
        ranking.applications,
        ranking.reviews,
        await _names(services, ranking),
        locale,
        await forms_of(services, list({form_key(one) for one in ranking.applications.values()})),
    )
    title = call_title({"data": ranking.data}, locale)
    if format == "pdf":
        shown = [tables.short_ranking(), tables.countries(ranking.balance)]
        return Document(title, [*facts, words["rules"], words["confidential"]], shown, locale)
    answers = await _answers(services, ranking, cutoff, locale)
    shown = [tables.ranking(), tables.countries(ranking.balance), tables.scores(), *answers]
    return Document(title, facts, shown, locale)


async def _names(services: Services, ranking: Ranking) -> dict[str, str]:
    people = {one.reviewer for found in ranking.reviews.values() for one in found}
    return await services.repository.accounts.names(sorted(people))


async def _answers(services: Services, ranking: Ranking, cutoff: str | None, locale: str) -> list[Table]:
    """Of all that is submitted; one table for each version of the form."""
    waiting = equal({"call": ranking.call.id, "status": WAITING, "erased_at": None})
    waiting = all_of(waiting, given({"cutoff": cutoff}))
    found = [*ranking.applications.values(), *await services.repository.applications.matching(waiting)]
    versions: dict[tuple[str, int], list[HostApplication]] = {}
    for one in sorted(found, key=lambda one: one.reference or ""):
        versions.setdefault((one.form, one.form_version), []).append(one)
    return [
        await _of_version(services, ranking, same, locale, number) for number, same in enumerate(versions.values(), 1)
    ]


async def _of_version(
    services: Services, ranking: Ranking, same: Sequence[HostApplication], locale: str, number: int
) -> Table:
    form = await form_of(services, same[0])
    reader = Reader(form, ranking.data, locale, services.clock())
    title = words_of(locale)["answers"]
    return answers_table(form, same, reader, title if number == 1 else f"{title} {number}")
