import asyncio
from functools import partial

import pytest
from graphql import GraphQLSyntaxError, parse
from hypothesis import given
from hypothesis import strategies as st

from schema.execution import documents
from schema.execution.documents import Document, Documents, Refused
from schema.execution.lru import Lru
from schema.limits import Limits
from tests.schema.sample_schema import schema

KNOWN = "{ __typename }"


def make_documents(max_entries: int = 100, max_bytes: int = 10_000_000) -> Documents:
    return Documents(schema._schema, Limits(), max_entries=max_entries, max_bytes=max_bytes)


def kept(documents: Documents, text: str) -> Document:
    """It came twice."""
    documents.get(text)
    return documents.get(text)


def test_the_same_text_gives_the_same_tree() -> None:
    known = make_documents()

    first, again, other = kept(known, KNOWN), known.get("{ __type" + "name }"), kept(known, "{ __typename  }")

    assert first is again
    assert first.ast is again.ast
    assert first.ast is not other.ast


def test_a_known_document_is_neither_parsed_nor_validated_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known = make_documents()
    kept(known, KNOWN)
    for name in ("parse", "validate", "check_shape", "check_repeats", "operation_cost", "input_cost"):
        monkeypatch.setattr(documents, name, lambda *_, **__: pytest.fail("worked again"))

    assert known.get(KNOWN).operation(None).node.operation.value == "query"


@pytest.mark.parametrize("text", [KNOWN, "{ nothing }"])
async def test_a_new_text_is_worked_out_once_for_all_who_ask_at_the_same_time(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a start, when every visitor asks the same; one of them leaves meanwhile."""
    known, parsed = make_documents(), []
    monkeypatch.setattr(documents, "parse", lambda *given, **options: parsed.append(given) or parse(*given, **options))

    asked = [asyncio.create_task(known.ready(text)) for _ in range(5)]
    await asyncio.sleep(0)
    asked[0].cancel()
    answers = await asyncio.gather(*asked, return_exceptions=True)

    assert isinstance(answers[0], asyncio.CancelledError)
    assert len({type(one) for one in answers[1:]}) == 1
    assert len(parsed) == 1
    assert not known._in_work


@pytest.mark.parametrize("text", ["{", "{ nothing }", "{ a " * 900])
def test_a_known_refusal_is_not_worked_out_again(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = make_documents()
    with pytest.raises(Refused) as first:
        known.get(text)
    monkeypatch.setattr(documents, "parse", lambda *_, **__: pytest.fail("worked again"))

    with pytest.raises(Refused) as again:
        known.get(text)

    assert first.value.errors == again.value.errors


def test_a_flood_of_wrong_texts_does_not_push_out_a_good_one() -> None:
    known = make_documents(max_entries=20)
    good = kept(known, KNOWN)

    for number in range(100):
        with pytest.raises(Refused):
            known.get(f"{{ wrong{number} }}")

    assert known.get(KNOWN) is good
    assert len(known._refused) <= 20


def test_texts_that_come_once_are_not_kept_and_push_out_none() -> None:
    known = make_documents(max_entries=20)
    good = kept(known, KNOWN)

    for number in range(1_000):
        known.get(f"{{ a{number}: __typename }}")

    assert known.get(KNOWN) is good
    assert len(known._documents) == 1
    assert len(known._met_once) <= 200


def test_documents_are_bounded_by_entries_and_by_bytes() -> None:
    few, small = make_documents(max_entries=3), make_documents(max_bytes=20_000)

    for number in range(50):
        kept(few, f"{{ a{number}: __typename }}")
        kept(small, f"{{ a{number}: __typename }}")

    assert len(few._documents) == 3
    assert 0 < len(small._documents) < 20
    assert small._documents.bytes <= 20_000


def test_the_hash_of_a_document_is_that_of_its_text() -> None:
    known = make_documents()

    assert known.get(KNOWN).hash == "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b"
    assert known.get(KNOWN).hash != known.get(KNOWN + " ").hash


def test_graphql_core_says_that_parsing_was_aborted_by_a_limit() -> None:
    """Our codes hang on these words."""
    limited = [
        partial(parse, max_lexical_tokens=1),
        partial(parse, max_comments=0),
        partial(parse, max_source_length=1),
    ]
    for parse_limited in limited:
        with pytest.raises(GraphQLSyntaxError) as found:
            parse_limited("{ a } # b")
        assert found.value.message.endswith("Parsing aborted.")
    with pytest.raises(GraphQLSyntaxError, match="nested too deeply"):
        parse("{ a " * 900)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 12))), st.integers(1, 4), st.integers(1, 20))
def test_an_lru_is_never_larger_than_its_bounds_and_keeps_the_latest(
    puts: list[tuple[str, int]], entries: int, size: int
) -> None:
    lru: Lru[int] = Lru(entries, size)
    sizes: dict[str, int] = {}

    for key, bytes_ in puts:
        lru.put(key, bytes_, bytes_)
        sizes[key] = bytes_

        assert len(lru) <= entries
        assert lru.bytes <= size
        assert lru.bytes == sum(sizes[key] for key in "abcdef" if lru.get(key) is not None)
        assert bytes_ > size or lru.get(key) == bytes_


def test_what_was_used_lately_stays() -> None:
    lru: Lru[str] = Lru(2, 100)
    lru.put("a", "A", 1)
    lru.put("b", "B", 1)
    lru.get("a")

    lru.put("c", "C", 1)

    assert (lru.get("a"), lru.get("b"), lru.get("c")) == ("A", None, "C")
