"""Accounts of people and services, as those see them who manage them."""

from datetime import datetime
from typing import Any, Optional

import strawberry

from cms.access.actor import OWN_RIGHTS, RIGHTS, Actor
from cms.accounts.managed_people import manages_wholly
from cms.accounts.people import actor_of
from cms.accounts.queries.people import shown_roles
from schema.management.accounts.types.people import ItemRoles, Person, SiteRoles, item_roles_of, person
from schema.management.answer import MutationResult
from schema.management.context import ManagementInfo
from storage.documents import Account as StoredAccount
from storage.documents import ApiToken as StoredToken
from storage.ids import made_at


@strawberry.input(description="A role and where it is given.")
class RoleInput:
    site: str = strawberry.field(description="Key of a site, or `*` for all of them.")
    role: str = strawberry.field(description="One of `roles`.")


@strawberry.type(description="What a role allows.")
class Role:
    name: str = strawberry.field(description="As `grantRole` takes it.")
    rights: list[str] = strawberry.field(description="On every item of the site it is given on, or on the one item.")
    own_rights: list[str] = strawberry.field(description="Besides, on items of one's own, or on the one item.")


@strawberry.type(description="The account of a person, or of a program that works by tokens.")
class Account:
    stored: strawberry.Private[StoredAccount]
    id: strawberry.ID = strawberry.field(description="Opaque; what others name it by, such as `createdBy`.")
    name: str = strawberry.field(description="As others read it.")
    email: Optional[str] = strawberry.field(description="Null for a service.")
    locale: str = strawberry.field(description="Of mails: en, cs or bg.")
    is_active: bool = strawberry.field(
        description="False where it was closed: nobody signs in, its tokens are refused, its roles stay."
    )
    is_service: bool = strawberry.field(
        description="Whether it is a program's, which works by tokens and cannot sign in."
    )
    has_password: bool = strawberry.field(description="False for who was invited, or signs in by OpenID Connect only.")
    created_at: Optional[datetime] = strawberry.field(description="Null where it is not known.")

    @strawberry.field(description="Where the viewer may know of it: on sites that the viewer manages, and on all.")
    def roles(self, info: ManagementInfo) -> list[SiteRoles]:
        whose = actor_of(self.stored)
        shown = shown_roles(info.context.actor, self.stored)
        return [SiteRoles(site=site, roles=names, rights=whose.rights(site)) for site, names in sorted(shown.items())]

    @strawberry.field(description="On single items.")
    def item_roles(self) -> list[ItemRoles]:
        return item_roles_of(self.stored.item_roles)

    @strawberry.field(
        description="Whether a code is asked for at sign-in; null except for oneself and who manages people everywhere."
    )
    async def has_second_factor(self, info: ManagementInfo) -> Optional[bool]:
        return await info.context.second_factors.load(str(self.id))

    @strawberry.field(description="Whether the viewer may change name and address, close and open the account.")
    async def may_change(self, info: ManagementInfo) -> bool:
        return await manages_wholly(info.context.services, info.context.actor, self.stored)


@strawberry.type(description="Either `person`, or `refusal` and then nothing was changed.")
class AccountResult(MutationResult):
    person: Optional[Account] = strawberry.field(
        default=None, description="The account as it is now; null where it was refused."
    )


@strawberry.type(description="A token with which a program uses the management API. Nobody can read it again.")
class ApiToken:
    id: strawberry.ID = strawberry.field(description="For `revokeToken`; it is not the secret.")
    name: str = strawberry.field(description="What it is for.")
    scopes: list[str] = strawberry.field(description="Rights that it may use of those that its owner has.")
    site: Optional[str] = strawberry.field(description="Null: wherever the owner has them.")
    created_at: datetime = strawberry.field(description="When it was given out.")
    created_by: Optional[Person] = strawberry.field(description="Who gave it out; of a service's token a person.")
    owner: Person = strawberry.field(description="The account whose rights it has.")
    expires: datetime = strawberry.field(description="From then on it is refused.")
    used_at: Optional[datetime] = strawberry.field(description="Give or take a minute; null for never.")


@strawberry.type(description="Either `token` as it was, or `refusal` and then nothing was changed.")
class RevokeTokenResult(MutationResult):
    token: Optional[ApiToken] = strawberry.field(default=None, description="Null where it was refused.")


def account(stored: StoredAccount) -> Account:
    return Account(
        stored=stored,
        id=strawberry.ID(stored.id),
        name=stored.name,
        email=None if stored.is_service else stored.email,
        locale=stored.locale,
        is_active=stored.is_active,
        is_service=stored.is_service,
        has_password=bool(stored.password_hash),
        created_at=made_at(stored.id),
    )


def api_token(stored: StoredToken) -> ApiToken:
    return ApiToken(
        id=strawberry.ID(stored.id),
        name=stored.name,
        scopes=stored.scopes,
        site=stored.site,
        created_at=stored.created_at,
        created_by=person(stored.created_by),
        owner=Person(id=strawberry.ID(stored.account)),
        expires=stored.expires,
        used_at=stored.used_at,
    )


def listed_account(document: dict[str, Any]) -> Account:
    return account(StoredAccount.model_validate(document))


def listed_token(document: dict[str, Any]) -> ApiToken:
    return api_token(StoredToken.model_validate({**document, "token_hash": ""}))


def all_roles(actor: Actor, site: str | None) -> list[Role]:
    """Those that the actor may give on a site, or all."""
    return [
        Role(name=name, rights=sorted(rights), own_rights=sorted(OWN_RIGHTS.get(name, ())))
        for name, rights in RIGHTS.items()
        if site is None or actor.may_give(name, site)
    ]
