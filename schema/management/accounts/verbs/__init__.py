"""How the verbs of people, programs, sign-in and sessions are called in the schema."""
