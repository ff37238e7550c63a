"""Letters of support: real PDF files of five megabytes, each with other bytes."""

import hashlib
import os

from fpdf import FPDF

BYTES = 5 * 1024 * 1024
_MARK = b"=" * 64


def template() -> bytes:
    """One page, with an attachment that makes it as large as a scanned letter."""
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica", size=14)
    document.cell(text="Letter of support")
    document.embed_file(basename="scan.bin", bytes=_MARK + os.urandom(BYTES - len(_MARK)), compress=False)
    return bytes(document.output())


def letter_of(template: bytes, email: str) -> bytes:
    return template.replace(_MARK, hashlib.sha256(email.encode()).hexdigest().encode(), 1)
