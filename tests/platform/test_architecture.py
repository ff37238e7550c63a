"""The page for those who come new: what it names is there, and its recipes list all files of their examples."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^### (.+)\n\n(.+(?:\n(?!#).*)*)", PAGE, re.MULTILINE))
"""{heading: what stands below it}"""
SOURCES = ("admin_ui/src", "cms", "schema", "storage")
ENDINGS = {".graphql", ".html", ".json", ".py", ".ts", ".tsx", ".txt"}
LEFT_OUT = re.compile(r"^schema/\w+\.graphql$|/gql/|\.test\.tsx?$|^cms/demo/|/built/")


@cache
def sources() -> dict[str, str]:
    """{path: text} of what is written by hand."""
    paths = (path for folder in SOURCES for path in (ROOT / folder).rglob("*") if path.suffix in ENDINGS)
    named = {path.relative_to(ROOT).as_posix(): path for path in paths}
    return {name: path.read_text("utf-8") for name, path in named.items() if not LEFT_OUT.search(name)}


def listed(recipe: str) -> list[str]:
    return re.findall(r"^- `([^`]+)`", recipe, re.MULTILINE)


def with_example(recipe: str) -> set[str]:
    """The files that have the example's words in their text or their name."""
    [line] = re.findall(r"^Example: (.+)$", recipe, re.MULTILINE)
    words = "|".join(re.escape(word) for word in re.findall(r"`([^`]+)`", line))
    found = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    return {path for path, text in sources().items() if found.search(text) or found.search(path)}


def expanded(pattern: str) -> Iterator[str]:
    return (path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern))


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_recipe_lists_all_files_of_its_example(name: str):
    files = {path for pattern in listed(RECIPES[name]) for path in expanded(pattern)}

    assert sorted(with_example(RECIPES[name]) - files) == []


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_recipe_lists_no_other_file(name: str):
    files = with_example(RECIPES[name])

    assert [pattern for pattern in listed(RECIPES[name]) if not files & set(expanded(pattern))] == []


def test_page_has_its_recipes():
    assert len(RECIPES) >= 8


def test_every_path_on_the_page_exists():
    paths = re.findall(r"`((?:admin_ui|cms|docs|schema|storage|tests)/[\w./*-]+)`", PAGE)

    assert [path for path in paths if not any(ROOT.glob(path))] == []


def test_every_room_is_on_the_map():
    rooms = {path.stem for path in (ROOT / "cms").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    drawn = PAGE.partition("```\n")[2].partition("```")[0]
    assert sorted(room for room in rooms - {"__init__"} if not re.search(rf"\b{room}(/|\.py)", drawn)) == []


def test_every_folder_of_the_admin_interface_is_on_the_map():
    folders = {path.name for path in (ROOT / "admin_ui/src").iterdir() if path.is_dir()}

    drawn = PAGE.partition("\nadmin_ui/src/")[2].partition("```")[0]
    assert sorted(folder for folder in folders - {"test"} if not re.search(rf"(?<![\w-]){folder}/", drawn)) == []
