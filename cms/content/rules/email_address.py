"""E-mail addresses: as people type them, by what they are known, and as mail goes out to them.

An address is known by its lower-case letters with the domain in ASCII (IDNA 2008 with the mapping of UTS 46), so both
spellings of a domain are one person's. The part before the "@" has to be ASCII: mail servers without SMTPUTF8, which
most are, take no other."""

import re
import unicodedata

import idna

LONGEST = 254
"""Characters of an address on the wire (RFC 5321, 4.5.3.1.3)."""
_LOCAL = r'[^@\s<>",;:()\[\]\\.]+'
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_SHAPE = re.compile(rf"(?=[^@]{{1,64}}@.{{1,253}}\Z){_LOCAL}(?:\.{_LOCAL})*@(?:{_LABEL}\.)+[^\W\d_]{_LABEL}")
"""As mail programs take it bare: no name or angle brackets around it, no address of a machine by number."""


class NotAnEmail(ValueError):
    """`code`: NOT_AN_EMAIL, or EMAIL_NOT_ASCII for letters before the "@" that cannot be sent to."""

    def __init__(self, code: str) -> None:
        super().__init__(MESSAGES[code])
        self.code = code


MESSAGES = {
    "NOT_AN_EMAIL": "Give an address such as name@example.org.",
    "EMAIL_NOT_ASCII": "We can send mail only to addresses that have unaccented Latin letters, digits and signs before "
    "the @; give another one.",
}


def read_email(text: str) -> str:
    """By what the address that somebody typed is known. Raises NotAnEmail."""
    typed = unicodedata.normalize("NFC", text.strip())
    if len(typed) > LONGEST or not _SHAPE.fullmatch(typed):
        raise NotAnEmail("NOT_AN_EMAIL")
    local, _at, domain = typed.lower().rpartition("@")
    known = f"{local}@{_ascii_domain(domain)}"
    if len(known) > LONGEST or not local.isprintable():
        raise NotAnEmail("NOT_AN_EMAIL")
    if not local.isascii():
        raise NotAnEmail("EMAIL_NOT_ASCII")
    return known


def email_fault(text: str) -> str | None:
    """The code of what is wrong with it."""
    try:
        read_email(text)
    except NotAnEmail as error:
        return error.code
    return None


def email_key(text: str) -> str:
    """The same for texts that may be no address: these come out as they are, in lower case."""
    try:
        return read_email(text)
    except NotAnEmail:
        return text.strip().lower()


def shown_email(known: str) -> str:
    """As people write it: with the letters of the domain."""
    local, at, domain = known.rpartition("@")
    try:
        return f"{local}{at}{idna.decode(domain)}"
    except (idna.IDNAError, UnicodeError):
        return known


def _ascii_domain(domain: str) -> str:
    """ "ß" stays a letter of its own: straße.example and strasse.example are two owners' domains."""
    try:
        return idna.encode(domain, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise NotAnEmail("NOT_AN_EMAIL") from None
