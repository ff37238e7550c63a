"""What people may do about their own way in: profile, password, sessions, second factor."""

import strawberry

from schema.management.accounts.mutations.begin_second_factor import begin_second_factor
from schema.management.accounts.mutations.change_password import change_password
from schema.management.accounts.mutations.change_profile import change_profile
from schema.management.accounts.mutations.confirm_second_factor import confirm_second_factor, renew_recovery_codes
from schema.management.accounts.mutations.end_session import end_session
from schema.management.accounts.mutations.end_sessions import end_sessions
from schema.management.accounts.mutations.turn_off_second_factor import (
    turn_off_second_factor,
    turn_off_second_factor_of,
)


@strawberry.type
class SignInVerbs:
    change_profile = strawberry.mutation(change_profile, description="Change one's own name and language.")
    change_password = strawberry.mutation(change_password, description="Change one's own password.")
    end_session = strawberry.mutation(
        end_session, description="End a session at once: one's own, or anybody's for whoever manages people."
    )
    end_sessions = strawberry.mutation(end_sessions, description="End all one's other sessions, or all of somebody's.")
    begin_second_factor = strawberry.mutation(
        begin_second_factor,
        description="Get a secret for an authenticator app; nothing is asked for before it is confirmed.",
    )
    confirm_second_factor = strawberry.mutation(
        confirm_second_factor, description="Turn the second factor on with a first code of the app."
    )
    renew_recovery_codes = strawberry.mutation(
        renew_recovery_codes, description="Get ten new recovery codes in place of the old ones."
    )
    turn_off_second_factor = strawberry.mutation(turn_off_second_factor, description="Sign in with the password alone.")
    turn_off_second_factor_of = strawberry.mutation(
        turn_off_second_factor_of,
        description="Turn it off for somebody who has lost app and recovery codes, by whoever manages people.",
    )
