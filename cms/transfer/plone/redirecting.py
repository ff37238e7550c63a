"""Old addresses of Plone's site lead to what is here now."""

from collections.abc import Sequence
from urllib.parse import quote

from cms.content_types import registry
from cms.items.actions.add_redirect import add_redirect
from cms.items.addresses import draft_addresses
from cms.kernel.errors import Invalid, Problem
from cms.transfer.plone.placing import Placing
from storage.documents import Item


async def keep_old_address(placing: Placing, item: Item, locale: str, path: str) -> tuple[bool, Sequence[Problem]]:
    """`path`: on Plone's site without the language, such as "/news/2023/spring"; "" for none. (whether a redirect was
    added, what stops one)"""
    if not path.strip("/") or locale not in placing.site.locales:
        return False, []
    key = f"{placing.site.key}/{locale}{path}"
    if key in draft_addresses(registry[item.type], [placing.site.key], item.slugs):
        return False, []
    there = await placing.services.repository.redirects.get(key)
    if there and there.item == item.id:
        return False, []
    if problem := await _taken(placing, key, path, is_redirect=there is not None):
        return False, [problem]
    if not placing.dry_run:
        address = quote(f"/{locale}{path}")
        try:
            await add_redirect(placing.services, placing.actor, placing.site.key, address, item.id, locale)
        except Invalid as error:
            return False, error.problems
    return True, []


async def _taken(placing: Placing, key: str, path: str, *, is_redirect: bool) -> Problem | None:
    if is_redirect:
        return Problem("redirects", "REDIRECT_TAKEN", f"The old address {path} leads to another item: that stays.")
    if await placing.services.repository.published.used([key], None):
        return Problem("redirects", "TAKEN", f"There is another item at the old address {path}: visitors see that one.")
    return None
