"""A change of the roles that somebody has at one place."""

from dataclasses import dataclass

from cms.access.actor import ITEM_RIGHTS, RIGHTS
from cms.access.load_item import load_item
from cms.access.reach import may_read
from cms.accounts.account_change import AccountChange
from cms.accounts.managed_people import ADMINISTRATOR, may_see, require_may_give, require_not_above, require_role
from cms.content.rules.email_address import email_key
from cms.kernel.errors import Invalid, NotFound, NotPermitted, Problem
from storage.documents import Account


@dataclass(frozen=True, slots=True)
class RoleScope:
    """A site ("*": all sites) or the id of an item, one of both."""

    site: str | None = None
    item: str | None = None

    @property
    def path(self) -> str:
        """Where an account keeps the roles of such places."""
        return "roles" if self.item is None else "item_roles"

    @property
    def key(self) -> str:
        return self.site or self.item or ""


@dataclass
class RoleChange(AccountChange):
    async def load(self, role: str, place: RoleScope, account: str) -> None:
        """Raises NotFound (person, item), NotPermitted, Invalid."""
        await self.require_place(role, place)
        self.account = await self.person(account, place)
        require_not_above(self.actor, self.account)

    async def require_place(self, role: str, place: RoleScope) -> None:
        """Raises NotFound, NotPermitted, Invalid."""
        if (place.site is None) == (place.item is None):
            raise Invalid([Problem("site", "ONE_PLACE", "Name a site, or * for all sites, or an item: one of them.")])
        if place.site is not None:
            await require_may_give(self.services, self.actor, [(place.site, role)], self.session)
        else:
            await self._require_item(role, place.key)

    async def _require_item(self, role: str, id: str) -> None:
        require_role(role)
        item = await load_item(self.services, id, self.session)
        if not may_read(self.actor, item):
            raise NotFound(f"There is no item {id}.")
        if role == ADMINISTRATOR:
            text = "Nobody administers one item only; choose another role."
            raise Invalid([Problem("role", "NOT_FOR_ITEMS", text)])
        needed = RIGHTS[role] & ITEM_RIGHTS
        if not self.actor.may(self.right, item.site) or not needed <= frozenset(self.actor.rights(item.site)):
            raise NotPermitted(f"You may not give or take roles on items of the site {item.site}.")

    async def person(self, id: str, place: RoleScope) -> Account:
        """Raises NotFound."""
        person = await self.repository.accounts.read(id, self.session)
        if person is None or not (may_see(self.actor, person) or place.key in getattr(person, place.path)):
            raise NotFound(f"There is no account {id[:64]}.")
        return person

    async def store(self, role: str, place: RoleScope, roles: dict[str, list[str]]) -> Account:
        """`roles`: all that the person has at such places from now on."""
        changes = {place.path: roles}
        await self.repository.accounts.change(self.account.id, changes, self.session)
        self.tell(role=role, **({"site": place.site} if place.item is None else {"item": place.item}))
        return self.account.model_copy(update=changes)


@dataclass
class GrantChange(RoleChange):
    """Names the person by id, or by the address of anybody who has an account."""

    async def load(self, role: str, place: RoleScope, account: str | None = None, email: str | None = None) -> None:
        """Raises NotFound (person, item), NotPermitted, Invalid."""
        await self.require_place(role, place)
        if (account is None) == (email is None):
            raise Invalid([Problem("person", "ONE_PERSON", "Name somebody by id or by e-mail.")])
        self.account = await (self._with_address(email) if email is not None else self.person(account or "", place))
        if self.account.id == self.actor.id:
            raise NotPermitted("Nobody gives roles to himself; ask another administrator.")
        require_not_above(self.actor, self.account)

    async def _with_address(self, email: str) -> Account:
        found = await self.repository.accounts.read_by_email(email_key(email), self.session)
        if found is None:
            text = "Nobody has an account with this address; create it first."
            raise Invalid([Problem("email", "UNKNOWN_PERSON", text)])
        return found
