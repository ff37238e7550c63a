"""Files that are needed for a moment lie in the data directory and nowhere else, and none stays behind."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cms.files import scratch


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = scratch._ScratchFolder.folder
    yield tmp_path / "data" / "scratch"
    scratch._ScratchFolder.folder = before


async def test_files_lie_in_the_folder_that_was_named_and_are_gone_afterwards(folder: Path) -> None:
    scratch.use_scratch_folder(folder)

    async with scratch.scratch_file() as path, scratch.scratch_directory() as directory:
        path.write_bytes(b"x")
        assert path.is_relative_to(folder)
        assert directory.is_relative_to(folder)
    with scratch.open_scratch_file() as file:
        assert os.fstat(file.fileno()).st_dev == os.stat(folder).st_dev

    assert not os.listdir(folder)


async def test_what_a_killed_process_left_is_swept_and_what_is_in_use_is_not(folder: Path) -> None:
    scratch.use_scratch_folder(folder)
    async with scratch.scratch_directory() as forgotten, scratch.scratch_directory() as used:
        (forgotten / "content").write_bytes(b"x")
        long_ago = time.time() - scratch.FORGOTTEN_SECONDS - 60
        os.utime(forgotten, (long_ago, long_ago))

        scratch.use_scratch_folder(folder)

        assert used.exists()
        assert not forgotten.exists()
        forgotten.mkdir()  # for the end of the block


async def test_a_data_directory_that_cannot_be_written_stops_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the directory should be")
    scratch._ScratchFolder.folder = None

    scratch.use_scratch_folder(folder)

    async with scratch.scratch_file() as path:
        path.write_bytes(b"x")
