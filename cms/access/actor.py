"""Roles and rights: one table, asked by every action and by everything that shows unpublished or protected things."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cms.content_types.content_type import registry
from cms.kernel.errors import NotPermitted
from storage.documents import Item

EVERYWHERE = "*"

RIGHTS: Mapping[str, frozenset[str]] = {
    "administrator": frozenset(
        {
            "read",
            "create",
            "update",
            "publish",
            "share",
            "delete",
            "comment",
            "read_protected",
            "manage_site",
            "manage_people",
            "manage_webhooks",
            "manage_worker",
            "register_queries",
            "transfer",
            "manage_applications",
            "review_applications",
            "decide_applications",
        }
    ),
    "editor": frozenset({"read", "create", "update", "publish", "share", "delete", "comment", "read_protected"}),
    "reviewer": frozenset({"read", "update", "publish", "comment", "read_protected"}),
    "contributor": frozenset({"read", "create", "comment"}),
    "call_manager": frozenset(
        {"read", "create", "update", "publish", "comment", "read_protected", "manage_applications"}
    ),
    "call_reviewer": frozenset({"read", "review_applications"}),
    "decision_maker": frozenset({"read", "decide_applications"}),
}
"""{role: what it allows on every item of the site it is given on}. The rights about applications are for the calls of
that site: to review only those applications that one is assigned to."""

OWN_RIGHTS: Mapping[str, frozenset[str]] = {"contributor": frozenset({"update"})}
"""{role: what it allows besides on items that the person created, or on the one item it is given on}."""

ITEM_RIGHTS = frozenset({"read", "update", "publish", "share", "delete", "comment", "read_protected", "transfer"})
"""What is done with an item. A role on one item allows nothing else, as all else is about a whole site."""

TOKEN_RIGHTS = RIGHTS["administrator"] - {"manage_people"}
"""What a token may be given leave for."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts. `roles`: {site key, or "*" for all sites: roles there}; `item_roles`: {item id: roles on it};
    `only`: the rights that a token is limited to, None for all that the roles give."""

    id: str
    name: str
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    item_roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    only: frozenset[str] | None = None

    def may(self, verb: str, site: str) -> bool:
        """On every item of the site."""
        return self._allowed(verb, self._roles_on(site), RIGHTS)

    def may_on(self, verb: str, item: Item) -> bool:
        """On this item, its type's guard included. Other sites that show the item give no right but to read it."""
        granted = self.item_roles.get(item.id, frozenset())
        own = granted | (self._roles_on(item.site) if item.created_by == self.id else frozenset())
        on_item = self._allowed(verb, granted, RIGHTS) or self._allowed(verb, own, OWN_RIGHTS)
        guard = registry[item.type].guard
        return (self.may(verb, item.site) or (on_item and verb in ITEM_RIGHTS)) and (
            verb == "read" or guard is None or self.may(guard, item.site)
        )

    def sites(self, verb: str) -> frozenset[str]:
        """The keys of the sites where this may be done, "*" among them for all sites."""
        return frozenset(site for site in self.roles if self.may(verb, site))

    def items(self, verb: str) -> frozenset[str]:
        """The ids of the items on which this may be done by a role given on that item alone."""
        return frozenset(
            id
            for id, roles in self.item_roles.items()
            if verb in ITEM_RIGHTS and (self._allowed(verb, roles, RIGHTS) or self._allowed(verb, roles, OWN_RIGHTS))
        )

    def rights(self, site: str) -> list[str]:
        """All that this person may do on a site, by name."""
        return sorted(verb for verb in RIGHTS["administrator"] if self.may(verb, site))

    def rights_on(self, item: Item) -> list[str]:
        """All that this person may do with an item, by name."""
        return sorted(verb for verb in ITEM_RIGHTS if self.may_on(verb, item))

    def may_give(self, role: str, site: str) -> bool:
        """Whether this person may give and take a role on a site ("*": on all): nobody gives what he has not."""
        rights = RIGHTS[role] | OWN_RIGHTS.get(role, frozenset())
        return self.may("manage_people", site) and rights <= frozenset(self.rights(site))

    def require(self, verb: str, site: str, guard: str | None = None) -> None:
        """`guard`: a right that is asked for besides. Raises NotPermitted."""
        if not self.may(verb, site) or (guard is not None and not self.may(guard, site)):
            raise NotPermitted(
                f"You may not {verb.replace('_', ' ')} on the site {site}; ask an administrator for the right."
            )

    def require_on(self, verb: str, item: Item) -> None:
        """Raises NotPermitted."""
        if not self.may_on(verb, item):
            raise NotPermitted(
                f"You may not {verb.replace('_', ' ')} this item of the site {item.site}; "
                "ask an administrator for the right."
            )

    def _roles_on(self, site: str) -> frozenset[str]:
        return self.roles.get(EVERYWHERE, frozenset()) | self.roles.get(site, frozenset())

    def _allowed(self, verb: str, roles: Iterable[str], table: Mapping[str, frozenset[str]]) -> bool:
        return (self.only is None or verb in self.only) and any(verb in table.get(role, ()) for role in roles)


SYSTEM = Actor("system", "Cluster CMS", {EVERYWHERE: frozenset({"administrator"})})
ANONYMOUS = Actor("anonymous", "Visitor")
