"""What may be done about people, their roles, and the tokens of programs."""

import strawberry

from schema.management.accounts.mutations.create_person import create_person
from schema.management.accounts.mutations.create_service import create_service
from schema.management.accounts.mutations.create_token import create_token
from schema.management.accounts.mutations.deactivate_person import deactivate_person
from schema.management.accounts.mutations.grant_role import grant_role
from schema.management.accounts.mutations.invite_person import invite_person
from schema.management.accounts.mutations.reactivate_person import reactivate_person
from schema.management.accounts.mutations.revoke_role import revoke_role
from schema.management.accounts.mutations.revoke_token import revoke_token
from schema.management.accounts.mutations.update_person import update_person


@strawberry.type
class PeopleVerbs:
    create_person = strawberry.mutation(
        create_person, description="Make an account for somebody, who is invited by mail to choose a password."
    )
    create_service = strawberry.mutation(
        create_service, description="Make an account for a program, which works by tokens and cannot sign in."
    )
    invite_person = strawberry.mutation(invite_person, description="Send another invitation; the earlier one ends.")
    update_person = strawberry.mutation(
        update_person, description="Change somebody's name, address or language of mails."
    )
    deactivate_person = strawberry.mutation(
        deactivate_person, description="Close an account: its sessions, links and tokens end at once, its roles stay."
    )
    reactivate_person = strawberry.mutation(reactivate_person, description="Open an account again.")
    grant_role = strawberry.mutation(
        grant_role, description="Give somebody a role on all sites, on one site, or on one item."
    )
    revoke_role = strawberry.mutation(revoke_role, description="Take a role away from somebody.")
    create_token = strawberry.mutation(
        create_token, description="Give out a token for a program: one's own, or one of a service. Never by a token."
    )
    revoke_token = strawberry.mutation(revoke_token, description="End a token at once.")
