"""The headers of a request by name."""

from collections.abc import Sequence

Fields = dict[bytes, bytes]


def header_fields(headers: Sequence[tuple[bytes, bytes]]) -> Fields:
    """Names are lower case, as ASGI has them. One that is sent several times is one list (RFC 9110, 5.3)."""
    fields = dict(headers)
    if len(fields) == len(headers):
        return fields
    return {name: b",".join(value for key, value in headers if key == name) for name in fields}
