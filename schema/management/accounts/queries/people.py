"""People with accounts, their roles, and the tokens of programs."""

from typing import Annotated, Optional

import strawberry

from cms.access.actor import TOKEN_RIGHTS
from cms.accounts.queries.api_tokens import list_tokens
from cms.accounts.queries.people import PeopleFilter, find_people, get_person, people_to_choose
from schema.management.accounts.types.accounts import (
    Account,
    ApiToken,
    Role,
    account,
    all_roles,
    listed_account,
    listed_token,
)
from schema.management.accounts.types.people import Person, listed_person
from schema.management.context import ManagementInfo
from schema.management.pages import DEFAULT_PAGE, IN_ENGLISH, After, Connection, First, OrderedIn, page


@strawberry.input(description="Which people to list.")
class PeopleFilterInput:
    search: Optional[str] = strawberry.field(default=None, description="Beginnings of words of a name, or an address.")
    site: Optional[str] = strawberry.field(default=None, description="Has a role there; `*`: on all sites.")
    role: Optional[str] = strawberry.field(default=None, description="On that site, or else anywhere.")
    is_active: Optional[bool] = strawberry.field(
        default=None, description="False: those whose account was closed; left out, both."
    )
    is_service: Optional[bool] = strawberry.field(
        default=None, description="True: programs alone, false: people alone; left out, both."
    )


@strawberry.type
class PeopleQueries:
    @strawberry.field(description="Those whom the viewer manages, by name.")
    async def people(
        self,
        info: ManagementInfo,
        filter: Annotated[
            Optional[PeopleFilterInput],
            strawberry.argument(description="Left out, all of them; what it names must all hold."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        locale: OrderedIn = None,
    ) -> Connection[Account]:
        wanted = PeopleFilter(**(vars(filter) if filter else {}))
        listing = find_people(info.context.services, info.context.actor, wanted, locale or IN_ENGLISH)
        return await page(info, listing, listed_account, first, after)

    @strawberry.field(description="Oneself, or somebody whom the viewer manages; NOT_FOUND for others.")
    async def person(
        self, info: ManagementInfo, id: Annotated[strawberry.ID, strawberry.argument(description="Of the account.")]
    ) -> Optional[Account]:
        return account(await get_person(info.context.services, info.context.actor, str(id)))

    @strawberry.field(
        description="People to choose from: those who have a right on a site, by name, for those who may comment there."
    )
    async def people_to_choose(
        self,
        info: ManagementInfo,
        site: Annotated[str, strawberry.argument(description="Key of the site.")],
        right: Annotated[
            str, strawberry.argument(description="Name of the right that they must have there, as in `Role.rights`.")
        ] = "publish",
        search: Annotated[
            Optional[str],
            strawberry.argument(description="Beginnings of words of a name; case and accents do not matter."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
        locale: OrderedIn = None,
    ) -> Connection[Person]:
        language = locale or IN_ENGLISH
        listing = people_to_choose(info.context.services, info.context.actor, site, right, search, language)
        return await page(info, listing, listed_person, first, after)

    @strawberry.field(description="What there is to grant: all roles, or those that the viewer may give on a site.")
    def roles(
        self,
        info: ManagementInfo,
        site: Annotated[
            Optional[str],
            strawberry.argument(description="Key of a site, or `*` for all of them; left out, every role there is."),
        ] = None,
    ) -> list[Role]:
        return all_roles(info.context.actor, site)

    @strawberry.field(description="The rights that a token may be given leave for.")
    def token_scopes(self) -> list[str]:
        return sorted(TOKEN_RIGHTS)

    @strawberry.field(description="One's own tokens, the latest first; of another account by who manages people.")
    async def tokens(
        self,
        info: ManagementInfo,
        account: Annotated[
            Optional[strawberry.ID],
            strawberry.argument(description="Id of another account; left out, the viewer's own."),
        ] = None,
        first: First = DEFAULT_PAGE,
        after: After = None,
    ) -> Connection[ApiToken]:
        listing = list_tokens(info.context.services, info.context.actor, str(account) if account else None)
        return await page(info, listing, listed_token, first, after)
