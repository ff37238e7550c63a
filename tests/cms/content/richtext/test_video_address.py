"""The same vectors hold for the editor's dialog, in `admin_ui/src/rich-text/model/videos.test.ts`."""

import json
from pathlib import Path

import pytest

from cms.content.richtext.video_address import watch_address

VECTORS = json.loads((Path(__file__).parents[3] / "facts" / "video_addresses.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("given", "watched"), VECTORS)
def test_a_video_is_watched_at_its_page_from_where_it_was_to_begin(given: str, watched: str | None) -> None:
    assert watch_address(given) == watched
