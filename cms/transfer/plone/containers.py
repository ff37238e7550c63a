"""How public an object of Plone is: never more than what it lies in."""

from dataclasses import dataclass, field

from cms.transfer.plone.plone_object import FILES, PORTAL, PloneObject

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Container:
    state: str
    parent: str


@dataclass(slots=True)
class Containers:
    """What an export says of all that things may lie in. `by_path`: {path: UID}; `root`: the path of Plone's own site,
    "" at the host's root, None while no object has told it."""

    by_uid: dict[str, Container] = field(default_factory=dict)
    by_path: dict[str, str] = field(default_factory=dict)
    root: str | None = None

    def add(self, one: PloneObject) -> None:
        if one.parent and one.parent.type == PORTAL:
            self.root = one.parent.path.rstrip("/")
        if one.type not in FILES:
            self.by_uid.setdefault(one.uid, Container(one.state, one.parent.uid if one.parent else ""))
            self.by_path.setdefault(one.path, one.uid)

    def state_of(self, one: PloneObject) -> str:
        """Its own state, or that of the nearest container that has one where it has none, or where that is less public;
        "" where the export does not say."""
        around = self._around(one)
        return around if not one.state or self.is_hidden(one) else one.state

    def is_hidden(self, one: PloneObject) -> bool:
        """Published in a folder that is not: whoever has the address could read it there, and nobody was led to it."""
        return one.state == PUBLISHED and self._around(one) not in ("", PUBLISHED)

    def _around(self, one: PloneObject) -> str:
        if one.parent is None:
            return self._nearest(self._above(one.path))
        if one.parent.type == PORTAL:
            return PUBLISHED
        return one.parent.state or self._nearest(one.parent.uid or self._above(one.path))

    def _nearest(self, uid: str) -> str:
        seen = set[str]()
        while uid in self.by_uid and uid not in seen:
            seen.add(uid)
            if state := self.by_uid[uid].state:
                return state
            uid = self.by_uid[uid].parent
        return ""

    def _above(self, path: str) -> str:
        """The UID of the nearest container by its address."""
        while path := path.rpartition("/")[0]:
            if path in self.by_path:
                return self.by_path[path]
        return ""

    def path_on_site(self, one: PloneObject) -> str:
        """Without the path of Plone's own site: "/cs/o-nas"; "" for an object without an address."""
        root = self.root or ""
        return one.path.removeprefix(root) if one.path.startswith(f"{root}/") else one.path
