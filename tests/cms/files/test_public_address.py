"""Files and pictures in answers: addresses of the CMS or of what stands before the copies, never relative ones."""

from dataclasses import replace

from cms.files.public_address import AT_THE_CMS, FileAddresses, public_path
from cms.files.record import FileRecord

ID, HASH = "65f0c0ffee65f0c0ffee65f0", "ab" * 32
RECORD = FileRecord(ID, "Příloha č. 1.PNG", "image/png", 1, HASH)
EVERYWHERE = FileAddresses("https://cms.example.org", "https://files.example.org")


def test_what_is_copied_is_at_the_address_of_files() -> None:
    copied = [public_path(RECORD), public_path(RECORD, 640)]

    assert EVERYWHERE.content(RECORD, None, copied) == f"https://files.example.org/{ID}/{HASH}/priloha-c-1.png"
    assert EVERYWHERE.content(RECORD, 500, copied) == f"https://files.example.org/{ID}/{HASH}/v2/640.webp"


def test_what_is_not_copied_yet_is_at_the_cms() -> None:
    copied = [public_path(RECORD)]

    assert EVERYWHERE.content(RECORD, 640, copied) == f"https://cms.example.org/public/{ID}/{HASH}/v2/640.webp"
    assert AT_THE_CMS.content(RECORD, None, copied) == f"/public/{ID}/{HASH}/priloha-c-1.png"


def test_a_protected_file_has_its_link_alone() -> None:
    protected = replace(RECORD, visibility="protected")

    address = EVERYWHERE.content(protected, None, [public_path(protected)])

    assert address == f"https://cms.example.org/files/{ID}/P%C5%99%C3%ADloha%20%C4%8D.%201.PNG"


def test_names_are_plain_and_short_whatever_the_file_is_called() -> None:
    for filename in ("大会.pdf", "a/../b.pdf", "x" * 200 + ".pdf", "Програма.pdf"):
        name = public_path(replace(RECORD, filename=filename)).rpartition("/")[2]
        assert name.isascii() and len(name) <= 100 and name.endswith(".pdf") and not name.startswith(".")
