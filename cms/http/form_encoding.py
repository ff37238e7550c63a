"""Names and values of `application/x-www-form-urlencoded`, as queries of addresses and posted forms have them.

Decoded here, byte by byte, and not by `urllib.parse.parse_qsl`: what that one makes of bytes, and what it counts as a
fault, differs between releases of Python. For the standard library alone, as the tests read it with several of these.
"""

from urllib.parse import unquote_to_bytes


class TooManyFields(Exception):
    """More than were to be read."""


class NotUtf8(Exception):
    """What stands behind the percent signs is no text in UTF-8."""


def decode_form(encoded: bytes, most: int) -> list[tuple[str, str]]:
    """In their order, empty ones too; nothing between two "&" is no field. Raises TooManyFields, NotUtf8."""
    if encoded.count(b"&") >= most:
        raise TooManyFields
    fields = [field for field in encoded.split(b"&") if field]
    try:
        return [(_decoded(name), _decoded(value)) for name, _equals, value in (one.partition(b"=") for one in fields)]
    except UnicodeDecodeError:
        raise NotUtf8 from None


def _decoded(text: bytes) -> str:
    return unquote_to_bytes(text.replace(b"+", b" ")).decode()
