"""Ways into the product's code for vectors, where a function does not take and give what JSON has."""

import tempfile
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any


class _Report:
    def __init__(self) -> None:
        self.is_refused = False

    def refuse(self, *_what: Any) -> None:
        self.is_refused = True


def _is_taken(field: Any, value: str) -> bool:
    report = _Report()
    return field.clean_value(value, "", report) is not None and not report.is_refused


def date(text: str) -> bool:
    from cms.content.fields.dates import Date

    return _is_taken(Date(), text)


def wall_time(text: str) -> bool:
    from cms.content.fields.dates import WallTime

    return _is_taken(WallTime(), text)


def link(text: str) -> bool:
    from cms.content.fields.text import Url

    return _is_taken(Url(), text)


def instant(wall: str, zone: str) -> str:
    from cms.content.rules.wall_time import utc_instant

    return utc_instant(wall, zone).isoformat()


def mail_headers(name: str, address: str, subject: str) -> list[str]:
    """What the other side reads of what goes over the wire."""
    from cms.mail.header_lines import POLICY, shortened_line

    message = EmailMessage(policy=POLICY)
    message["To"] = Address(name, addr_spec=address)
    message["Subject"] = shortened_line(subject)
    wire = message.as_bytes()
    assert all(len(line) <= 998 for line in wire.split(b"\r\n"))
    read = message_from_bytes(wire, policy=SMTP)
    to = read["To"].addresses[0]
    return [to.display_name, to.addr_spec, str(read["Subject"])]


def archive(name: str) -> str:
    """The names in it, once all of it was read."""
    from cms.files.archives import opened, part
    from tests.interpreters.archives import ARCHIVES

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.zip"
        path.write_bytes(ARCHIVES[name])
        with opened(path) as container:
            names = container.namelist()
            for one in names:
                part(container, one)
    return " ".join(names)
