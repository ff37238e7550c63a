"""How many items a list has: asked for or not, and up to a bound."""

import pytest

from schema.delivery.lists import connections
from tests.delivery import Ask
from tests.services import Publish

COUNT = """query { site(key: "eccp") { editions(first: 1) { totalCount totalCountIsExact } } }"""


@pytest.mark.parametrize(("bound", "counted", "is_exact"), [(4, 3, True), (3, 3, True), (2, 2, False)])
async def test_items_are_counted_up_to_a_bound(
    monkeypatch: pytest.MonkeyPatch, ask: Ask, make_edition: Publish, bound: int, counted: int, is_exact: bool
) -> None:
    monkeypatch.setattr(connections, "COUNTED", bound)
    for number in range(3):
        await make_edition(f"edition-{number}")

    shown = (await ask(COUNT))["site"]["editions"]

    assert shown == {"totalCount": counted, "totalCountIsExact": is_exact}
