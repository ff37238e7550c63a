"""Who may do what: one table, asked by every action and by everything that shows unpublished or protected things."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.errors import NotPermitted

EVERYWHERE = "*"

RIGHTS: Mapping[str, frozenset[str]] = {
    "administrator": frozenset(
        {"read", "create", "update", "publish", "share", "delete", "read_protected", "manage_site"}
    ),
    "editor": frozenset({"read", "create", "update", "publish", "share", "delete", "read_protected"}),
    "reviewer": frozenset({"read", "update", "publish", "read_protected"}),
    "contributor": frozenset({"read", "create", "update"}),
    "call_manager": frozenset({"read", "create", "update", "publish", "read_protected"}),
    "call_reviewer": frozenset({"read", "read_protected"}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts. `roles`: {site key, or "*" for all sites: roles there}."""

    id: str
    name: str
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def may(self, verb: str, site: str) -> bool:
        roles = self.roles.get(EVERYWHERE, frozenset()) | self.roles.get(site, frozenset())
        return any(verb in RIGHTS.get(role, ()) for role in roles)

    def sites(self, verb: str) -> frozenset[str]:
        """The keys of the sites where this may be done, "*" among them for all sites."""
        return frozenset(site for site in self.roles if self.may(verb, site))

    def rights(self, site: str) -> list[str]:
        """All that this person may do on a site, by name."""
        return sorted(verb for verb in RIGHTS["administrator"] if self.may(verb, site))

    def may_change(self, verb: str, guard: str | None, site: str) -> bool:
        """`guard`: the right that the content type asks for besides (`ContentType.guard`)."""
        return self.may(verb, site) and (guard is None or self.may(guard, site))

    def require(self, verb: str, site: str, guard: str | None = None) -> None:
        """Raises NotPermitted."""
        if not self.may_change(verb, guard, site):
            raise NotPermitted(
                f"You may not {verb.replace('_', ' ')} on the site {site}; ask an administrator for the right."
            )


SYSTEM = Actor("system", "Cluster CMS", {EVERYWHERE: frozenset({"administrator"})})
ANONYMOUS = Actor("anonymous", "Visitor")
