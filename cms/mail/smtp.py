"""One try to hand a mail to the mail server."""

import asyncio
from email.message import EmailMessage
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

LONGEST_ANSWER = 300
STEPS = 4
"""The whole delivery may take as long as so many steps that take all their time."""


class NotSent(Exception):
    """It may go better later: the server is away, busy, or does not know us."""


class Refused(Exception):
    """The server will never take this mail."""


async def send_by_smtp(url: str, message: EmailMessage, sender: str, to: str, seconds: float) -> None:
    """`url`: `smtp://user:password@host:port` (STARTTLS when offered) or `smtps://…`; `seconds` for each step.
    A password is sent to another machine over TLS alone. Raises NotSent, Refused."""
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(seconds * STEPS):
            await _deliver(parts, message, sender, to, seconds)
    except SMTPRecipientsRefused as error:
        raise _judged(error.recipients[0]) from error
    except (SMTPRecipientRefused, SMTPSenderRefused, SMTPDataError) as error:
        raise _judged(error) from error
    except SMTPNotSupported as error:
        raise Refused(str(error)) from error
    except SMTPResponseException as error:
        raise NotSent(_told(error)) from error
    except TimeoutError as error:
        raise NotSent(f"The mail server {parts.hostname} took too long.") from error
    except (SMTPException, OSError) as error:
        raise NotSent(f"The mail server {parts.hostname} cannot be reached: {error}"[:LONGEST_ANSWER]) from error


async def _deliver(parts: SplitResult, message: EmailMessage, sender: str, to: str, seconds: float) -> None:
    is_tls = parts.scheme == "smtps"
    server = SMTP(
        hostname=parts.hostname,
        port=parts.port or (465 if is_tls else 587),
        use_tls=is_tls,
        local_hostname=sender.rpartition("@")[2],
        timeout=seconds,
    )
    async with server:
        if parts.username:
            _require_privacy(server, parts.hostname or "")
            await server.login(unquote(parts.username), unquote(parts.password or ""))
        await server.send_message(message, sender=sender, recipients=[to])


def _require_privacy(server: SMTP, host: str) -> None:
    is_private = server.transport is not None and server.transport.get_extra_info("sslcontext") is not None
    if not is_private and not _is_this_machine(host):
        raise NotSent(f"The mail server {host} offers no STARTTLS, so the password is not sent; use smtps://.")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _judged(error: SMTPResponseException) -> NotSent | Refused:
    return Refused(_told(error)) if 500 <= error.code < 600 else NotSent(_told(error))


def _told(error: SMTPResponseException) -> str:
    return f"{error.code} {' '.join(str(error.message).split())}"[:LONGEST_ANSWER]
