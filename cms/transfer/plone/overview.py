"""What must be known of a whole export before its first object is taken over: without texts and bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cms.content_types import registry
from cms.transfer.plone.containers import Containers
from cms.transfer.plone.placing import ORIGIN, Placing
from cms.transfer.plone.plone_html import uids_in, words_of_pictures
from cms.transfer.plone.plone_object import TEXTS, PloneObject
from cms.transfer.refusal import refused

BATCH = 1000


@dataclass(slots=True)
class Overview:
    """`total` of objects. `words`: {UID of a picture: how a text describes it}. `home_of`: {UID of a text: the UID
    under which its translations are one item}."""

    total: int = 0
    containers: Containers = field(default_factory=Containers)
    words: dict[str, str] = field(default_factory=dict)
    home_of: dict[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _linked: set[str] = field(default_factory=set)
    _first_of: dict[str, tuple[bool, str]] = field(default_factory=dict)
    _uids_of: dict[str, list[str]] = field(default_factory=dict)

    def add(self, one: PloneObject, default_locale: str) -> None:
        """Raises Invalid for a UID that came before."""
        if one.uid in self._seen:
            raise refused("REPEATED_UID", "Another object of the export has this UID: the first one is taken.", "UID")
        self._seen.add(one.uid)
        self.containers.add(one)
        self._linked |= uids_in(one.html)
        for uid, alt in words_of_pictures(one.html).items():
            self.words.setdefault(uid, alt)
        if one.type in TEXTS:
            group = f"{one.type} {one.group}"
            self._uids_of.setdefault(group, []).append(one.uid)
            candidate = ((one.locale or default_locale) != default_locale, one.uid)
            self._first_of[group] = min(candidate, self._first_of.get(group, candidate))

    async def find_known(self, placing: Placing) -> None:
        """What is here already: texts lead to it at once, and translations come to the item that is there."""
        for uids in _batched([*self._seen, *(self._linked - self._seen)]):
            await _find(placing, uids)
        for group, uids in self._uids_of.items():
            here = [placing.homes[uid] for uid in uids if uid in placing.homes]
            home = here[0] if here else self._first_of[group][1]
            self.home_of |= {uid: placing.homes.get(uid, home) for uid in uids}
            known = {placing.homes[uid]: placing.items[uid] for uid in uids if uid in placing.homes}
            placing.items.update({uid: known[home] for uid in uids if uid not in placing.items and home in known})


async def _find(placing: Placing, uids: Sequence[str]) -> None:
    services, key = placing.services, placing.site.key
    became = await services.repository.imported_objects.items(key, uids)
    origins = [origin for uid in uids for origin in (placing.origin(uid), ORIGIN + uid)]
    found = await services.repository.site_content.of_origins(origins)
    items = {one.id: one for one in found} | await services.repository.site_content.items(list(became.values()))
    by_uid = {_name(one.origin or ""): id for id, one in items.items() if one.site == key} | became
    for uid, id in by_uid.items():
        if (item := items.get(id)) and item.deleted_at is None:
            if registry[item.type].holds_file:
                placing.files[uid] = id
            else:
                placing.items[uid], placing.homes[uid] = id, _name(item.origin or "") or uid


def _name(origin: str) -> str:
    """The UID in an origin."""
    return origin.removeprefix(ORIGIN).rpartition(":")[2]


def _batched(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(uids), BATCH):
        yield uids[start : start + BATCH]
