"""Lists that take arguments can be asked for under many aliases, so they count like pages."""

from cms.kernel.graphql_request import GraphQLRequest
from schema.delivery.schema import schema
from schema.execution.execute import Executor


async def codes(query: str) -> set[str]:
    answer = await Executor(schema).execute(GraphQLRequest(query), None)
    return {error["extensions"]["code"] for error in answer.body["errors"]}


async def test_a_list_under_many_aliases_costs_what_it_may_answer() -> None:
    fields = "id slug name acronym url logo { url alt width height mime }"
    many = " ".join(
        f'a{n}: organisations(memberOf: "members", first: 100) {{ nodes {{ {fields} }} }}' for n in range(60)
    )
    menus = " ".join(f"m{n}: menu(slot: MAIN) {{ label url children {{ label url }} }}" for n in range(60))

    assert await codes(f'{{ site(key: "nca") {{ {many} }} }}') == {"LIMIT_COST"}
    assert await codes(f'{{ site(key: "nca") {{ {menus} }} }}') == {"LIMIT_COST"}
