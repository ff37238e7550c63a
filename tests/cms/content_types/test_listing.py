"""A type that the editors' interface could not list, or not name in one of its languages, cannot be imported."""

import re
from copy import deepcopy
from pathlib import Path

import pytest

from cms.content_types import registry
from cms.content_types.declaration_check import WrongDeclaration
from cms.content_types.listing import CELLS, ICONS
from tests.cms.content_types.tenders import DECLARED, WORDS, tender_declared

CONTENT_TYPES = Path(__file__).parents[3] / "admin_ui/src/content-types"


def refusal(folder: Path, declared: str = DECLARED, without: tuple[str, ...] = ()) -> list[str]:
    """What is said of the type where the words at `without` are taken out."""
    words = deepcopy(dict(WORDS))
    *path, last = without or ("", "")
    inner = words
    for key in path:
        inner = inner.get(key, {})
    inner.pop(last, None)
    with pytest.raises(WrongDeclaration) as refused, tender_declared(folder, declared, words):
        pass
    assert "Tender" not in registry
    return str(refused.value).splitlines()[1:]


def test_a_type_with_all_its_words_is_there(tmp_path: Path) -> None:
    with tender_declared(tmp_path):
        assert "Tender" in registry


def test_a_word_that_one_language_lacks_is_named_with_file_line_and_remedy(tmp_path: Path) -> None:
    [problem] = refusal(tmp_path, without=("fields", "deadline", "bg"))

    where, _, what = problem.partition(": ")
    path, _, line = where.rpartition(":")
    assert path == str(tmp_path / "texts" / "Tender.json")
    assert '"deadline"' in Path(path).read_text("utf-8").splitlines()[int(line) - 1]
    assert what == 'fields.deadline is not said in bg; add "bg": "…"'


@pytest.mark.parametrize("without", [("singular",), ("fields", "lots"), ("help", "deadline"), ("parts", "Lot")])
def test_whatever_the_form_names_has_words(tmp_path: Path, without: tuple[str, ...]) -> None:
    [problem] = refusal(tmp_path, without=without)

    assert f"{'.'.join(without)} is not said in " in problem


def test_what_several_types_call_alike_needs_no_words_of_its_own(tmp_path: Path) -> None:
    words = deepcopy(dict(WORDS))
    del words["fields"]["title"]

    with tender_declared(tmp_path, words=words):
        assert "Tender" in registry


@pytest.mark.parametrize(
    ("declared", "wrong", "problem"),
    [
        ('icon="briefcase"', 'icon="rocket"', "there is no icon 'rocket'; choose one of award, book, "),
        (
            'group="library"',
            'group="tenders"',
            "there is no group 'tenders'; choose one of content, library, structure",
        ),
        ('group="library"', 'face="oval"', "there is no face 'oval'; choose one of round, square"),
        (
            'Column("procedure")',
            'Column("procedure", reads=("lead",))',
            "there is no field of the column procedure 'lead'; choose one of deadline, ",
        ),
        (
            'Column("procedure")',
            'Column("lots", shows="map")',
            "the column lots: 'map' shows no column; set shows= to one of choice, ",
        ),
    ],
)
def test_a_listing_that_cannot_be_is_named_with_its_class(
    tmp_path: Path, declared: str, wrong: str, problem: str
) -> None:
    [found] = refusal(tmp_path, DECLARED.replace(declared, wrong))

    line = DECLARED.splitlines().index("class Tender(ContentType):") + 1
    assert found.startswith(f"{tmp_path / 'tender.py'}:{line}: {problem}")


def test_words_that_name_nothing_are_refused(tmp_path: Path) -> None:
    words = deepcopy(dict(WORDS))
    words["fields"]["dead_line"] = words["fields"]["deadline"]

    with (
        pytest.raises(WrongDeclaration, match=r"fields\.dead_line names nothing"),
        tender_declared(tmp_path, words=words),
    ):
        pass


@pytest.mark.parametrize(("file", "declared"), [("icons.ts", ICONS), ("lists/cells.ts", CELLS)])
def test_the_interface_has_what_may_be_declared(file: str, declared: frozenset[str]) -> None:
    table = (CONTENT_TYPES / file).read_text("utf-8").partition("= {\n")[2].partition("\n}")[0]

    assert set(re.findall(r"^  (\w+)", table, re.MULTILINE)) == declared
