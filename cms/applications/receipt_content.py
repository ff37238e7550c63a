"""What a receipt says."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReceiptFile:
    filename: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """`received` and `cutoff` as they are printed; `at`: the moment, by which the same receipt has the same bytes."""

    locale: str
    reference: str
    call: str
    organisation: str
    email: str
    received: str
    cutoff: str
    hash: str
    files: tuple[ReceiptFile, ...]
    at: datetime


def receipt_pdf(receipt: Receipt) -> bytes:
    """For the process beside the server, which itself never imports what writes PDF."""
    from cms.applications.receipt_pdf import receipt_pdf as printed

    return printed(receipt)
