"""The files of a run that take long are begun first."""

from pathlib import PurePath

from tests.order import turn


def test_browsers_come_first_then_engines_then_all_others() -> None:
    files = [
        PurePath("tests/cms/items/test_comments.py"),
        PurePath("tests/storage/embedded/test_restart.py"),
        PurePath("tests/journeys/test_editor_dates.py"),
        PurePath("tests/cms/access/test_roles.py"),
    ]

    assert [path.stem for path in sorted(files, key=turn)] == [
        *("test_editor_dates", "test_restart", "test_comments", "test_roles")
    ]
