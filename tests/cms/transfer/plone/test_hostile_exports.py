"""Whatever an export holds is told at its object, and the others come."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.kernel.errors import Invalid
from cms.transfer.plone.containers import Containers
from cms.transfer.plone.left_out import left_out
from cms.transfer.plone.plone_object import plone_object
from cms.transfer.plone.read_json import read_objects
from cms.transfer.report import Verdict
from storage.documents import Item
from tests.cms.transfer.plone.conftest import Import, Look
from tests.cms.transfer.plone.exports import html, news

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=30)
    | st.sampled_from(
        ["\ud83d", "a\0b", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "../" * 9, "x" * 9000]
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = (*news(1), "parent", "image", "file", "blocks", "image_caption", "translation_group")
TYPES = st.sampled_from(["News Item", "Document", "Image", "File", "Folder", "Cluster"])
OBJECTS = st.builds(
    lambda type, changes: {**news(1), "@type": type, **changes}, TYPES, st.dictionaries(st.sampled_from(NAMES), JSON)
)


@given(raw=JSON | OBJECTS)
def test_any_json_is_read_or_refused_in_words(raw: Any) -> None:
    containers = Containers()
    try:
        one = plone_object(raw, "Europe/Prague")
    except Invalid:
        return

    containers.add(one)
    assert isinstance(containers.state_of(one), str) and containers.path_on_site(one) is not None
    assert isinstance(left_out(one).title.encode(), bytes)
    assert one.effective is None or 1990 <= one.effective.year < 2400


HOSTILE: list[Any] = [
    None,
    [[]],
    {},
    "text",
    1e400,
    {"@type": ["News Item"]},
    *(
        news(number, **changes)
        for number, changes in enumerate(
            [
                {"title": "x" * 200_000},
                {"title": "a\0b", "text": html("<p>a\0b\ud83d</p>")},
                {"title": {"a": 1}, "description": [1], "text": 7, "subjects": [None, {}, "ok", "y" * 9000]},
                {"text": html("<div>" * 20_000)},
                {"text": html("z" * 1_000_001)},
                {"@id": "http://[::1", "id": "\ud83d" * 9},
                {"@id": "https://x.example/" + "../" * 50 + "%00"},
                {"@id": "https://x.example/" + "a/" * 500, "@type": "Document"},
                {"effective": "9999-12-31T23:59:59-12:00", "created": "0001-01-01T00:00:00+14:00"},
                {"image": {"filename": "\0" * 9, "blob_path": "a\0b"}},
                {"image": {"filename": {"a": 1}, "data": "%%%"}, "image_caption": ["x"]},
                {"@type": "File", "file": {"blob_path": "y/" * 5000}},
                {"@type": "File", "file": {"blob_path": "\ud83d"}},
                {"@type": "Image", "image": {"data": ""}},
                {"@type": "Folder" * 99, "parent": {"UID": 1, "@id": 2, "review_state": {}}},
                {"language": "x" * 9999},
                {"language": {"token": {"token": "cs"}}, "translation_group": "\ud83d"},
                {"subjects": [f"tag {one}" for one in range(300)]},
                {"parent": {"@type": "Plone Site", "@id": "\ud83d"}, "review_state": None},
            ],
            start=10,
        )
    ),
]


@pytest.mark.parametrize("dry_run", [True, False])
async def test_hostile_objects_are_told_one_by_one(taken: Import, live: Look, tmp_path: Path, dry_run: bool) -> None:
    export = [news(1), *HOSTILE, news(1), news(2)]

    report = await taken(export, blobs=tmp_path, dry_run=dry_run)

    assert report.counts.total() == len(export)
    assert not [one for entry in report.entries for one in entry.problems if one.code in ("UNREADABLE", "INTERNAL")]
    assert "REPEATED_UID" in {one.code for entry in report.entries for one in entry.problems}
    if not dry_run:
        assert await live("zprava-1") and await live("zprava-2")
        again = await taken(export, blobs=tmp_path)
        same = again.counts[Verdict.SAME]
        assert (same, again.counts[Verdict.NEW]) == (report.counts[Verdict.NEW], 0)


async def test_a_dry_run_says_of_each_object_what_the_run_says(taken: Import, tmp_path: Path) -> None:
    export = [news(1), *HOSTILE, news(2)]

    foretold = await taken(export, blobs=tmp_path, dry_run=True)
    report = await taken(export, blobs=tmp_path)

    def told(of: Any) -> list[Any]:
        return [
            (one.type, one.title, one.verdict, one.fields, [each.code for each in one.problems]) for one in of.entries
        ]

    assert (told(foretold), foretold.counts) == (told(report), report.counts)
    assert await Item.find({"type": "NewsItem"}).count() > 2


async def test_what_is_nested_too_deep_or_counted_too_high_costs_only_its_object(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    deep, digits = '{"a": "]}", "b": ' + "[" * 100_000 + "]" * 100_000 + "}", "9" * 5000
    path.write_text(f'[{deep}, {{"n": {digits}}}, {{"n": 1}}, 12]', encoding="utf-8")

    found = [one async for one in read_objects(path)]

    assert found == [None, {"n": None}, {"n": 1}, 12]


async def test_a_mark_of_byte_order_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps([{"n": 1}]).encode())

    assert [one async for one in read_objects(path)] == [{"n": 1}]


async def test_what_plone_could_not_export_is_told_by_its_address(taken: Import, live: Look) -> None:
    report = await taken(
        [news(1), {"unexported_paths": [{"path": "https://old.example.org/cs/x", "message": "Error"}]}]
    )

    [entry] = [one for one in report.entries if one.problems]
    assert entry.problems[0].code == "NOT_EXPORTED" and "https://old.example.org/cs/x" in entry.problems[0].message
    assert await live("zprava-1")
