"""What a ZIP container is: an Office document, an OpenDocument one, or plain files."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree

from cms.content.rules import file_types as types
from cms.content.rules.file_types import FileType
from cms.files.archives import broken, encrypted, opened, opened_part, part
from cms.files.refusal import refused

ROOT_WITHIN = 16 * 1024
"""Bytes of a main part in which its first element begins."""
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_PARTS = {
    types.PPTX: ("ppt/presentation.xml", "presentation"),
    types.DOCX: ("word/document.xml", "document"),
    types.XLSX: ("xl/workbook.xml", "workbook"),
    types.ODT: ("content.xml", "document-content"),
    types.ODP: ("content.xml", "document-content"),
}
"""Where documents have their main part, unless they say otherwise, and the first element in it, without namespace."""
_OFFICE = {f"{kind.mime}.main+xml": kind for kind in (types.PPTX, types.DOCX, types.XLSX)}
_OPEN_DOCUMENT = {kind.mime.encode(): kind for kind in (types.ODT, types.ODP)}


def archive_type(path: Path) -> FileType:
    """PPTX, DOCX, XLSX, ODT, ODP or ZIP. Raises Invalid with code FILE_BROKEN, FILE_TYPE, FILE_MACROS or
    FILE_ENCRYPTED."""
    with opened(path) as archive:
        names = set(archive.namelist())
        if _CONTENT_TYPES in names:
            return _office_type(archive)
        if "mimetype" in names:
            return _open_document_type(archive)
        return types.ZIP


def _office_type(archive: zipfile.ZipFile) -> FileType:
    content_types = part(archive, _CONTENT_TYPES)
    if b"macroEnabled" in content_types:
        raise refused("FILE_MACROS", "The document contains macros: save it as PPTX, DOCX or XLSX without them.")
    for mime, kind in _OFFICE.items():
        if mime.encode() in content_types:
            _check_root(archive, _main_part(content_types, mime) or _MAIN_PARTS[kind][0], kind)
            return kind
    raise refused("FILE_TYPE", f"This Office document is of another kind. Accepted are {types.ACCEPTED_NAMES}.")


def _main_part(content_types: bytes, mime: str) -> str | None:
    """The name of the part that is said to be of this type."""
    try:
        root = ElementTree.fromstring(content_types)
    except ElementTree.ParseError as error:
        raise broken() from error
    named = (one.get("PartName", "") for one in root.findall("{*}Override") if one.get("ContentType") == mime)
    return next((name.removeprefix("/") for name in named), None)


def _open_document_type(archive: zipfile.ZipFile) -> FileType:
    mimetype = part(archive, "mimetype").strip()
    kind = _OPEN_DOCUMENT.get(mimetype)
    if kind is None and mimetype.startswith(b"application/"):
        raise refused("FILE_TYPE", f"This document is of another kind. Accepted are {types.ACCEPTED_NAMES}.")
    if kind is None:
        return types.ZIP
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in part(archive, manifest):
        raise encrypted()
    _check_root(archive, _MAIN_PARTS[kind][0], kind)
    return kind


def _check_root(archive: zipfile.ZipFile, name: str, kind: FileType) -> None:
    """The main part is XML of the right kind. It is unpacked no further than to its first element."""
    parser = ElementTree.XMLPullParser(["start"])
    with opened_part(archive, name) as stream:
        try:
            parser.feed(stream.read(ROOT_WITHIN))
        except ElementTree.ParseError as error:
            raise broken() from error
    first = next((one[1] for one in parser.read_events() if len(one) == 2), None)
    if not isinstance(first, ElementTree.Element) or first.tag.rpartition("}")[2] != _MAIN_PARTS[kind][1]:
        raise broken()
