"""The program `cms` with passwords that cost nothing to check.

A real one takes a quarter of a second of a core, at each of hundreds of sign-ins of journeys about something else.
"""


def main() -> None:
    from argon2 import PasswordHasher

    from cms import cli
    from cms.accounts import passwords

    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    cli.main()


if __name__ == "__main__":
    main()
