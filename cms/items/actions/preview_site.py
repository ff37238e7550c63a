"""Give out, and take back, leave to see the drafts of a site at an address of its own."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cms.access.action import action
from cms.access.change import Change, SiteChange
from cms.access.load_item import load_item
from cms.access.reach import may_read
from cms.access.record import Subject
from cms.content.fields.text import CONTROL
from cms.content.rules.wall_time import entered_instant
from cms.content.sites import SiteRules, published_sites
from cms.items.addresses import answering_locale, localized_path
from cms.items.checks import content_type, places
from cms.items.previews import RIGHT
from cms.kernel.errors import Invalid, NotFound, Problem
from storage.documents import Preview

LONGEST = timedelta(days=30)
USUAL = timedelta(days=2)
LONGEST_PATH = 2000


@action(right=RIGHT)
async def create_preview(
    change: SiteChange,
    site: str,
    *,
    locale: str | None = None,
    path: str | None = None,
    item: str | None = None,
    lasts: timedelta = USUAL,
    as_of: str | None = None,
) -> Preview:
    """Leave to see all drafts shown on `site`, as of the wall time `as_of` of that site or, without one, all of them as
    if they were published now. It begins in `locale` at `path`, or where the draft of `item` would be: at its address,
    the home page for an item without one.

    Raises NotPermitted, NotFound (no such item), and Invalid for a site that is not published or does not show the
    item, a language that it does not offer, and a time or path that cannot be used.
    """
    if not timedelta() < lasts <= LONGEST:
        raise Invalid([Problem("hours", "OUT_OF_RANGE", f"A preview lasts at most {LONGEST.days} days.")])
    [rules] = await published_sites(change.repository, [site], change.session)
    language = _offered(rules, locale)
    preview = Preview(
        site=site,
        locale=language,
        path=await _item_path(change, rules, item, language) if item else _checked_path(path),
        item=item,
        by=change.actor.id,
        created=change.now,
        expires=change.now + lasts,
        moment=_moment(rules, as_of),
    )
    await change.repository.previews.insert(preview, change.session)
    change.tell(preview=preview.id)
    return preview


@dataclass
class PreviewChange(Change):
    """A change of a preview, of which those do not know who read nothing of its site."""

    preview: Preview = field(init=False)

    async def load(self, id: str) -> None:
        """Raises NotFound, NotPermitted."""
        preview = await self.repository.previews.get(id, self.session)
        if preview is None or not self.actor.may("read", preview.site):
            raise NotFound(f"There is no preview {id}.")
        self.actor.require(self.right, preview.site)
        self.preview = preview

    def subject(self) -> Subject:
        return Subject(site=self.preview.site)


@action(right=RIGHT)
async def revoke_preview(change: PreviewChange, id: str) -> None:
    """Ends a preview at once. Raises NotFound, also where this person reads nothing of its site, and NotPermitted."""
    await change.repository.previews.remove(id, change.session)
    change.tell(preview=change.preview.id)


def _offered(rules: SiteRules, locale: str | None) -> str:
    if locale is not None and locale not in rules.locales:
        message = f"This site is offered in: {', '.join(rules.locales)}."
        raise Invalid([Problem("locale", "LOCALE_NOT_OFFERED", message)])
    return locale or rules.default_locale


def _moment(rules: SiteRules, as_of: str | None) -> datetime | None:
    try:
        return entered_instant(as_of, rules.time_zone) if as_of else None
    except ValueError:
        problem = Problem("as_of", "NOT_A_WALL_TIME", "Give a local time such as 2024-05-31T18:00.")
        raise Invalid([problem]) from None


def _checked_path(path: str | None) -> str:
    given = path or "/"
    is_path = given.startswith("/") and not given.startswith("//") and len(given) <= LONGEST_PATH
    if not is_path or CONTROL.search(given) or "\\" in given:
        raise Invalid([Problem("path", "NOT_A_PATH", "Give a path on the site, such as /editions/iasi-2023.")])
    return given


async def _item_path(change: Change, rules: SiteRules, id: str, locale: str) -> str:
    item = await load_item(change.services, id, change.session)
    if not may_read(change.actor, item):
        raise NotFound(f"There is no item {id}.")
    kind = content_type(item.type)
    if not kind.library and rules.key not in places(item):
        raise Invalid([Problem("item", "NOT_SHARED", f"The site {rules.key} does not show this item.")])
    answering = answering_locale(locale, rules, item.slugs)
    path = kind.delivery.path(item.slugs[answering]) if answering else None
    return localized_path(rules, path or "/", locale)
