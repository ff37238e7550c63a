"""Pages and slides."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cms.content.rules import file_types as types
from cms.files.page_count import page_count
from cms.kernel.errors import Invalid
from tests.cms.files import samples

OnDisk = Callable[[bytes], Path]


@pytest.mark.parametrize("pages", [1, 3])
def test_pages_of_a_pdf_are_counted(on_disk: OnDisk, pages: int) -> None:
    assert page_count(on_disk(samples.pdf(pages)), types.PDF) == pages


@pytest.mark.parametrize("slides", [0, 1, 4])
def test_slides_of_a_presentation_are_counted(on_disk: OnDisk, slides: int) -> None:
    assert page_count(on_disk(samples.pptx(slides)), types.PPTX) == slides


@pytest.mark.parametrize(("content", "kind"), [(samples.docx(), types.DOCX), (samples.image(), types.PNG)])
def test_other_kinds_have_no_pages(on_disk: OnDisk, content: bytes, kind: types.FileType) -> None:
    assert page_count(on_disk(content), kind) is None


def test_a_pdf_behind_a_password_is_refused(on_disk: OnDisk) -> None:
    with pytest.raises(Invalid, match="upload it without one") as refusal:
        page_count(on_disk(samples.pdf(password="secret")), types.PDF)

    assert refusal.value.problems[0].code == "FILE_ENCRYPTED"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\nnothing else", types.PDF),
        (samples.packed({"[Content_Types].xml": ""}), types.PPTX),
        (samples.packed({"ppt/presentation.xml": "<p:presentation"}), types.PPTX),
        (b"PK\x03\x04 no archive", types.PPTX),
    ],
)
def test_a_broken_document_is_refused(on_disk: OnDisk, content: bytes, kind: types.FileType) -> None:
    with pytest.raises(Invalid) as refusal:
        page_count(on_disk(content), kind)

    assert refusal.value.problems[0].code == "FILE_BROKEN"


def test_entities_that_multiply_are_refused(on_disk: OnDisk) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE p [<!ENTITY e0 "ha">{entities}]><p>&e11;</p>'

    with pytest.raises(Invalid) as refusal:
        page_count(on_disk(samples.packed({"ppt/presentation.xml": laughs})), types.PPTX)

    assert refusal.value.problems[0].code == "FILE_BROKEN"
