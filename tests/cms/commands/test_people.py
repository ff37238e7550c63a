"""`cms person`, as an operator types it: the program itself, beside real engines."""

from typing import Any

import pytest

from cms.accounts.passwords import verify_password
from cms.commands.people import grant_of
from cms.kernel.errors import Invalid
from storage.mongo import Mongo
from tests.cms_program import Program

PASSWORD = "correct horse battery"


@pytest.fixture
def run(program: Program) -> Program:
    """`cms person …`."""

    async def person(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        return await program("person", *arguments, typed=typed)

    return person


async def accounts(mongo: Mongo) -> list[dict[str, Any]]:
    return await mongo.db["accounts"].find({}).to_list(None)


async def test_the_first_administrator_is_made_without_the_demo(run: Program, mongo: Mongo) -> None:
    status, _out, said = await run("add", "Root@Example.org", "--role", "administrator", typed=f"{PASSWORD}\n")

    assert status == 0 and "root@example.org can sign in with administrator" in said and PASSWORD not in said
    [account] = await accounts(mongo)
    assert (account["email"], account["roles"]) == ("root@example.org", {"*": ["administrator"]})
    assert await verify_password(account["password_hash"], PASSWORD)
    [entry] = await mongo.db["audit"].find({}).to_list(None)
    assert (entry["action"], entry["by"]) == ("add_person", "system")

    _status, listed, _said = await run("list")

    assert listed == "root@example.org\tRoot@Example.org\tactive\tadministrator\n"


async def test_an_operator_gives_another_password(run: Program, mongo: Mongo) -> None:
    await run("add", "root@example.org", typed=f"{PASSWORD}\n")
    [before] = await accounts(mongo)

    done, _out, _said = await run("password", "root@example.org", typed="quite another one\n")
    wrong, _out, said = await run("password", "nobody@example.org", typed="quite another one\n")

    [after] = await accounts(mongo)
    assert done == 0 and await verify_password(after["password_hash"], "quite another one")
    assert after["generation"] == before["generation"] + 1  # so all sessions are over
    assert wrong == 1 and "Nobody has an account" in said


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (["--role", "king"], PASSWORD, "There is no role king"),
        (["--role", "editor@third"], PASSWORD, "There is no site third"),
        (["--role", "@nca"], PASSWORD, "Write a role like"),
        (["--role", "editor"], "short", "at least 12 characters"),
        ([], "", "at least 12 characters"),
    ],
)
async def test_what_is_wrong_is_told_in_one_line(
    run: Program, mongo: Mongo, arguments: list[str], typed: str, said: str
) -> None:
    status, _out, told = await run("add", "root@example.org", *arguments, typed=typed)

    assert status == 1 and said in told and "Traceback" not in told
    assert await accounts(mongo) == []


async def test_no_password_is_an_argument(run: Program) -> None:
    status, _out, told = await run("add", "root@example.org", "--password", PASSWORD)

    assert status == 2 and "No such option" in told


def test_a_role_is_for_all_sites_or_for_one() -> None:
    assert grant_of("editor") == ("*", "editor") and grant_of("editor@nca") == ("nca", "editor")
    with pytest.raises(Invalid):
        grant_of("editor@")
