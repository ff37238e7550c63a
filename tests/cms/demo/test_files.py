"""The files of the demo, made for real."""

import asyncio
import io
import subprocess
import sys
from hashlib import sha256

import pypdfium2
import pytest
from pptx import Presentation
from pptx.shapes.autoshape import Shape

from cms.demo.data import iasi_talks
from cms.demo.files.all_files import all_files
from cms.demo.files.presentations import presentations
from cms.demo.files.wanted_file import WantedFile
from cms.demo.loading.workshop import Workshop, WorkshopStopped


def pdf_text(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def pptx_text(content: bytes) -> str:
    slides = Presentation(io.BytesIO(content)).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    return "\n".join(shape.text_frame.text for shape in shapes if isinstance(shape, Shape))


@pytest.fixture(scope="module")
async def made() -> dict[str, bytes]:
    files = all_files()
    async with Workshop() as workshop:
        contents = await asyncio.gather(*(workshop.make(file.job) for file in files))
    return {file.key: content for file, content in zip(files, contents, strict=True)}


def test_every_file_has_a_key_and_a_name_of_its_own() -> None:
    files = all_files()

    assert len({file.key for file in files}) == len({file.filename for file in files}) == len(files)


def test_twenty_presentations_are_a_mix_of_pdf_and_pptx() -> None:
    kinds = [file.job["make"] for file in presentations()]

    assert len(kinds) == 20 and kinds.count("pdf") == 11 and kinds.count("pptx") == 9


@pytest.mark.parametrize("number", range(20))
def test_a_presentation_tells_of_its_talk(made: dict[str, bytes], number: int) -> None:
    file = list(presentations())[number]
    session, talk = iasi_talks()[number]
    speaker = talk["speakers"][0]

    read = pdf_text if file.job["make"] == "pdf" else pptx_text
    text = " ".join(read(made[file.key]).split())

    assert speaker["name"] in text and speaker["organisation"] in text and session["title"] in text
    assert "Iași, 21–23 November 2023" in text
    assert (talk["title"] or file.job["title"]) in text
    assert "Demonstration file" in text


def test_documents_have_several_pages_and_a_title_page(made: dict[str, bytes]) -> None:
    documents = [file for file in all_files() if file.job.get("layout") == "paper"]

    assert len(documents) == 26
    for file in documents:
        assert len(pypdfium2.PdfDocument(made[file.key])) >= 4
        title = " ".join(pdf_text(made[file.key]).split())
        assert " ".join(file.job["title"].split()) in title


def test_letters_of_all_our_languages_survive(made: dict[str, bytes]) -> None:
    text = pdf_text(made["document/iasi-2023/agenda_final"]) + pdf_text(made["document/skane-2023/booklet"])

    assert "Iași" in text and "Skåne" in text


def test_pictures_have_the_size_of_their_use(made: dict[str, bytes]) -> None:
    banner, logo = made["banner/burgas-2023"], made["logo/nca"]

    assert banner.startswith(b"\xff\xd8\xff") and jpeg_size(banner) == (1600, 600)
    assert logo.startswith(b"\x89PNG") and png_size(logo) == (480, 240)


def jpeg_size(content: bytes) -> tuple[int, int]:
    frame = content.index(b"\xff\xc0")
    return int.from_bytes(content[frame + 7 : frame + 9], "big"), int.from_bytes(content[frame + 5 : frame + 7], "big")


def png_size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


async def test_another_process_makes_the_same_bytes(made: dict[str, bytes]) -> None:
    one_of_each = {file.job["make"]: file for file in all_files()}
    before = {key: sha256(content).hexdigest() for key, content in made.items()}

    async with Workshop() as workshop:
        again = {file.key: sha256(await workshop.make(file.job)).hexdigest() for file in one_of_each.values()}

    assert len(again) == 4
    assert again == {key: before[key] for key in again}


async def test_a_letter_that_the_font_lacks_is_an_error_and_not_an_empty_box() -> None:
    file = WantedFile("logo/x", "x.png", {"make": "logo", "text": "漢", "colours": ["#000000", "#ffffff"]})

    with pytest.raises(WorkshopStopped, match="logo"):
        async with Workshop() as workshop:
            await workshop.make(file.job)


def test_a_process_that_makes_files_ends_with_its_input() -> None:
    ended = subprocess.run([sys.executable, "-m", "cms.demo.making"], input=b"", capture_output=True, timeout=60)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
