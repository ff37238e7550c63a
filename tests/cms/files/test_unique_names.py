"""Names that any system can unpack side by side."""

import pytest

from cms.files.unique_names import UniqueNames


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Писмо.pdf", "Писмо.pdf"),
        ("../../etc/passwd", "etc passwd"),
        ('a<b>:"c".pdf', "a b c .pdf"),
        ("con.pdf", "_con.pdf"),
        ("Aux", "_Aux"),
        (" . ", "file"),
        ("", "file"),
        (".htaccess", "htaccess"),
        ("x" * 200 + ".docx", "x" * 100 + ".docx"),
    ],
)
def test_a_name_is_made_safe_and_stays_readable(given: str, name: str) -> None:
    assert UniqueNames().take(given) == name


def test_no_two_files_have_one_name_where_capitals_make_no_difference() -> None:
    names = UniqueNames(["receipt.pdf"])
    given = ["letter.pdf", "LETTER.PDF", "letter.pdf", "letter (2).pdf", "Receipt.pdf"]

    taken = [names.take(one) for one in given]

    assert taken == ["letter.pdf", "LETTER (2).PDF", "letter (3).pdf", "letter (2) (2).pdf", "Receipt (2).pdf"]
