"""The admin interface stays small: what a screen loads is counted as a browser would load it."""

import json
import random
from pathlib import Path

import pytest

from bootstrap import admin_ui_sizes
from bootstrap.admin_ui_sizes import Build

LIST = "src/app/screens/ListScreen.tsx"
HOME = "src/home/Home.tsx"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """1 kB for each part: a list that needs a shared part, and the editor on demand."""
    texts = [f"src/app/texts/{kind}/{one}.ts" for kind in ("first", "rest") for one in ("en", "cs", "bg")]
    parts = {
        "index.html": {"file": "index.js", "imports": ["_shared.js"], "dynamicImports": [LIST, HOME, *texts]},
        "_shared.js": {"file": "shared.js"},
        LIST: {"file": "list.js", "imports": ["_shared.js"], "dynamicImports": ["src/app/screens/ItemScreen.tsx"]},
        "src/app/screens/ItemScreen.tsx": {"file": "editor.js"},
        HOME: {"file": "home.js"},
        **{text: {"file": text.replace("/", "-")} for text in texts},
    }
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(parts))
    for part in parts.values():
        write(tmp_path / str(part["file"]), 1000)
    monkeypatch.setattr(admin_ui_sizes, "BUILT", tmp_path)
    monkeypatch.setattr(admin_ui_sizes, "build_admin_ui", lambda: None)
    monkeypatch.setattr(Build.__init__, "__defaults__", (tmp_path,))
    return tmp_path


def write(path: Path, size: int) -> None:
    """Bytes that cannot be compressed."""
    path.write_bytes(random.Random(path.name).randbytes(size))


def test_a_screen_is_what_it_imports_and_not_what_comes_on_demand(built: Path) -> None:
    sizes = {screen.source: (screen.files, screen.size // 1000) for screen in Build(built).screens()}

    assert sizes == {LIST: (4, 4), HOME: (4, 4)}


def test_the_longest_language_counts(built: Path) -> None:
    write(built / "src-app-texts-first-bg.ts", 50_000)

    assert {screen.size // 1000 for screen in Build(built).screens()} == {53}


def test_a_screen_beyond_its_budget_fails_the_check(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert admin_ui_sizes.main() == 0

    write(built / "shared.js", 200_000)

    assert admin_ui_sizes.main() == 1
    assert f"{LIST}  too big" in capsys.readouterr().out
