"""How many pages or slides a document has."""

import threading
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium

from cms.content.rules import file_types as types
from cms.content.rules.file_types import FileType
from cms.files.archives import opened, part
from cms.files.refusal import refused

_pdfium_lock = threading.Lock()  # PDFium must not be entered by two threads at once


def page_count(path: Path, kind: FileType) -> int | None:
    """None for kinds without pages that can be counted. Raises Invalid with code FILE_ENCRYPTED or FILE_BROKEN."""
    if kind is types.PDF:
        return _pdf_pages(path)
    if kind is types.PPTX:
        return _slides(path)
    return None


def _pdf_pages(path: Path) -> int:
    with _pdfium_lock:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            raise _pdf_refused(error) from error
        try:
            pages = len(document)
        finally:
            document.close()
    if pages == 0:
        raise refused("FILE_BROKEN", "The PDF has no pages: export it again and upload that.")
    return pages


def _pdf_refused(error: pypdfium2.PdfiumError) -> Exception:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return refused("FILE_ENCRYPTED", "The PDF asks for a password: upload it without one.")
    return refused("FILE_BROKEN", "The PDF is damaged and cannot be opened: export it again and upload that.")


def _slides(path: Path) -> int:
    """Read from the list of slides alone: opening the whole presentation would unpack all of it into memory."""
    with opened(path) as archive:
        return _listed_slides(archive)


def _listed_slides(archive: zipfile.ZipFile) -> int:
    try:
        presentation = ElementTree.fromstring(part(archive, "ppt/presentation.xml"))
    except ElementTree.ParseError as error:
        raise refused("FILE_BROKEN", "The presentation is damaged: save it again and upload that.") from error
    return len(presentation.findall("{*}sldIdLst/{*}sldId"))
