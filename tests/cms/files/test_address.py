"""Addresses of files and names of downloads."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules import file_types as types
from cms.content.rules.filename import safe_filename
from cms.files.address import content_disposition, file_url

ID = "65f0c0ffee65f0c0ffee65f0"


@pytest.mark.parametrize(
    ("filename", "width", "address"),
    [
        ("agenda.pdf", None, f"/files/{ID}/agenda.pdf"),
        ("Pozvánka 1.pdf", None, f"/files/{ID}/Pozv%C3%A1nka%201.pdf"),
        ("50%#1&x=y;.png", None, f"/files/{ID}/50%25%231%26x%3Dy%3B.png"),
        ("banner.png", 1600, f"/files/{ID}/banner.png?width=1600"),
        ("banner.png", 1, f"/files/{ID}/banner.png?width=320"),
        ("banner.png", 481, f"/files/{ID}/banner.png?width=640"),
        ("banner.png", 9999, f"/files/{ID}/banner.png?width=1920"),
    ],
)
def test_addresses_are_stable_and_encoded(filename: str, width: int | None, address: str) -> None:
    assert file_url(ID, filename, width) == address


@pytest.mark.parametrize("width", [0, -1])
def test_a_width_below_one_pixel_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="1 pixel or more"):
        file_url(ID, "banner.png", width)


@given(st.text(max_size=60))
def test_every_safe_name_survives_the_address(name: str) -> None:
    filename = safe_filename(name, types.PDF)

    path = urlsplit(f"http://example.org{file_url(ID, filename)}").path

    assert [unquote(part) for part in path.split("/")] == ["", "files", ID, filename]


@pytest.mark.parametrize(
    ("filename", "inline", "header"),
    [
        ("agenda.pdf", True, 'inline; filename="agenda.pdf"'),
        ("agenda.zip", False, 'attachment; filename="agenda.zip"'),
        (
            "Příloha č. 1.pdf",
            False,
            "attachment; filename=\"Priloha c. 1.pdf\"; filename*=UTF-8''P%C5%99%C3%ADloha%20%C4%8D.%201.pdf",
        ),
        (
            "Покана.pdf",
            True,
            "inline; filename=\"______.pdf\"; filename*=UTF-8''%D0%9F%D0%BE%D0%BA%D0%B0%D0%BD%D0%B0.pdf",
        ),
        ("100%.pdf", True, "inline; filename=\"100_.pdf\"; filename*=UTF-8''100%25.pdf"),
    ],
)
def test_the_header_names_the_download(filename: str, inline: bool, header: str) -> None:
    assert content_disposition(filename, inline=inline) == header


def read_as_a_browser(header: str) -> str:
    """RFC 6266, 4.3: the extended name wins over the plain one."""
    extended = re.search(r"filename\*=UTF-8''([^;]+)$", header)
    plain = re.search(r'filename="([^"]*)"', header)
    assert plain
    return unquote(extended[1]) if extended else plain[1]


@given(st.text(max_size=60), st.booleans())
def test_any_name_is_read_back_from_the_header(name: str, inline: bool) -> None:
    filename = safe_filename(name, types.PDF)

    header = content_disposition(filename, inline=inline)

    assert read_as_a_browser(header) == filename
    assert header.isascii()
    assert header.isprintable()
