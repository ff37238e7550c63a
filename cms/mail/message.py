"""A mail as it goes over the wire: RFC 5322, plain text with the same as HTML beside it."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage

from cms.mail.greeting import known_name
from cms.mail.header_lines import CONTROL, POLICY, one_line, shortened_line
from cms.mail.mail_templates import fill_template, mail_locale
from storage.documents import Mail


@dataclass(frozen=True, slots=True)
class Sender:
    """Plain ASCII address, and the name beside it."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """`mime` such as "application/pdf"."""

    filename: str
    mime: str
    content: bytes


def mail_message(
    mail: Mail, values: Mapping[str, str], sender: Sender, attached: Sequence[Attachment] = ()
) -> EmailMessage:
    """The same each time it is made: a mail sent twice, because a worker died before it could say that it was sent, has
    one Message-ID. Raises ValueError for an address that is none."""
    subject, text = fill_template(mail.template, mail.locale, values)
    message = EmailMessage(policy=POLICY)
    message["From"] = Address(one_line(sender.name), addr_spec=sender.address)
    message["To"] = Address(one_line(known_name(values.get("name", ""))), addr_spec=_address(mail.to))
    if mail.reply_to:
        message["Reply-To"] = Address(addr_spec=_address(mail.reply_to))
    message["Subject"] = shortened_line(subject)
    message["Date"] = mail.queued_at
    message["Message-ID"] = f"<{mail.id}@{sender.address.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = mail_locale(mail.locale)
    message.set_content(text)
    message.add_alternative(as_html(text, values.get("link"), mail_locale(mail.locale)), subtype="html")
    message.set_boundary(f"=_{mail.id}")
    for one in attached:
        main, _slash, sub = one.mime.partition("/")
        message.add_attachment(one.content, maintype=main, subtype=sub, filename=one.filename)
    if attached:
        message.set_boundary(f"=_{mail.id}.all")
    return message


def as_html(text: str, link: str | None, locale: str) -> str:
    """Paragraphs as they stand in the text; of all addresses in it the mail's own link alone becomes one."""
    paragraphs = (f"<p>{'<br>'.join(_line(one, link) for one in part.split(chr(10)))}</p>" for part in _parts(text))
    head = f'<!doctype html><html lang="{locale}"><meta charset="utf-8"><body style="font-family: sans-serif">'
    return head + "\n".join(paragraphs) + "</body></html>\n"


def _parts(text: str) -> list[str]:
    return [part for part in text.strip().split("\n\n") if part.strip()]


def _line(line: str, link: str | None) -> str:
    shown = html.escape(line)
    return f'<a href="{shown}">{shown}</a>' if link and line == link else shown


def _address(text: str) -> str:
    if CONTROL.search(text) or any(mark in text for mark in ' <>",;:()[]\\'):
        raise ValueError("this is no mail address")
    return text
