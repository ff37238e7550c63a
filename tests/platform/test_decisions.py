"""docs/decisions: one dated table for each subject, all of them in the index."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.platform.project import ROOT

FOLDER = ROOT / "docs" / "decisions"
SUBJECTS = sorted(set(FOLDER.glob("*.md")) - {FOLDER / "README.md"})


def test_the_index_links_every_subject() -> None:
    index = (FOLDER / "README.md").read_text("utf-8")

    assert sorted(re.findall(r"\]\((.+?)\)", index)) == [path.name for path in SUBJECTS]
    assert not re.search(r"^\|", index, re.MULTILINE), "a decision is a row of its subject, not of the index"


@pytest.mark.parametrize("path", SUBJECTS, ids=lambda path: path.stem)
def test_every_decision_has_its_date_and_its_reason(path: Path) -> None:
    rows = re.findall(r"^\|.*$", path.read_text("utf-8"), re.MULTILINE)

    assert rows[:2] == ["| Date | Decision | Why |", "|---|---|---|"]
    assert all(re.fullmatch(r"\| \d{4}-\d\d-\d\d \| \S.* \| \S.* \|", row) for row in rows[2:]), path
    days = [date.fromisoformat(row[2:12]) for row in rows[2:]]
    assert days == sorted(days)
