"""A document as a file, for the process beside the server, which itself never imports what writes these files."""

from datetime import datetime

from cms.applications.exports.tables import Document


def written(document: Document, format: str, now: datetime) -> bytes:
    """`format`: "xlsx" or "pdf"."""
    if format == "xlsx":
        from cms.applications.exports.xlsx import xlsx

        return xlsx(document)
    from cms.applications.exports.pdf import pdf

    return pdf(document, now)
