"""Small real files of every kind that the CMS takes, and of some that it does not."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from fpdf import FPDF
from PIL import Image
from pptx import Presentation

HERE = Path(__file__).parent
CREATED = datetime(2024, 4, 2, tzinfo=UTC)
_MAIN = '<Types><Override PartName="/word/document.xml" ContentType="{}"/></Types>'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_CONTENT = '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'


def pdf(pages: int = 1, password: str | None = None) -> bytes:
    document = FPDF()
    document.set_creation_date(CREATED)  # the same bytes whenever they are made
    for number in range(pages):
        document.add_page()
        document.set_font("Helvetica", size=20)
        document.cell(text=f"Page {number + 1}")
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    return bytes(document.output())


def pptx(slides: int = 1) -> bytes:
    presentation = Presentation()
    for _ in range(slides):
        presentation.slides.add_slide(presentation.slide_layouts[6])
    content = io.BytesIO()
    presentation.save(content)
    return content.getvalue()


def xlsx() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.add_worksheet().write(0, 0, "Cluster")
    return content.getvalue()


def docx() -> bytes:
    return packed({"[Content_Types].xml": _MAIN.format(_WORD), "word/document.xml": "<document/>"})


def docx_with(document: str, name: str = "word/document.xml") -> bytes:
    """Whose main part is another one."""
    return packed({"[Content_Types].xml": _MAIN.format(_WORD), name: document})


def locked_open_document() -> bytes:
    """As LibreOffice writes it with a password."""
    mimetype = "application/vnd.oasis.opendocument.text"
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    return packed({"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": "\x00\x01\x02"})


def docm() -> bytes:
    return packed({"[Content_Types].xml": _MAIN.format(_MACROS), "word/vbaProject.bin": "x"})


def open_document(kind: str) -> bytes:
    """`kind` is "text", "presentation", "spreadsheet" …"""
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": _CONTENT})


def packed(entries: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return content.getvalue()


def image(kind: str = "PNG", width: int = 60, height: int = 40, **options: object) -> bytes:
    """A gradient, so that something is left to see after scaling."""
    content = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(content, kind, **options)
    return content.getvalue()


def photo_on_its_side(width: int, height: int) -> bytes:
    """A JPEG of this size in the file that viewers turn by a quarter, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "taken at home"
    return image("JPEG", width, height, exif=exif)


def mp4(brand: bytes = b"isom", padding: bytes = b"") -> bytes:
    """Two pictures, encoded by FFmpeg; with so many bytes that mean nothing at the end."""
    content = (HERE / "film.mp4").read_bytes()
    free = (len(padding) + 8).to_bytes(4, "big") + b"free" + padding if padding else b""
    return content[:8] + brand + content[12:] + free


def mp4_in_fragments() -> bytes:
    """As they are streamed."""
    return (HERE / "film-in-fragments.mp4").read_bytes()


def program() -> bytes:
    """The beginning of a Windows program."""
    return b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" + bytes(200) + b"PE\x00\x00"
