"""Secrets are made once and nobody else reads them."""

import re
import stat
from pathlib import Path

from storage.embedded.secret_files import kept_secret


def test_a_secret_is_kept(tmp_path: Path) -> None:
    made = kept_secret(tmp_path, "key")

    assert re.fullmatch("[0-9a-f]{64}", made)
    assert kept_secret(tmp_path, "key") == made
    assert kept_secret(tmp_path, "other") != made


def test_only_the_owner_reads_a_secret(tmp_path: Path) -> None:
    kept_secret(tmp_path / "secrets", "key")

    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "secrets" / "key").stat().st_mode) == 0o600


def test_an_unfinished_secret_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("")
    (tmp_path / ".key.new").write_text("half")

    assert len(kept_secret(tmp_path, "key")) == 64
