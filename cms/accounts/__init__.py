"""People and programs with accounts: sign-in, sessions, tokens, roles, invitations."""
