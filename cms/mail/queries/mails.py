"""Mails, for those who look after people or after the worker; secrets in them for administrators of everything."""

import contextlib
from dataclasses import dataclass

from cms.access.actor import EVERYWHERE, Actor
from cms.access.reach import of_sites
from cms.kernel.listing import Listing
from cms.kernel.services import Services
from cms.mail.header_lines import shortened_line
from cms.mail.mail_templates import fill_template
from cms.mail.mail_values import UnreadableSecret, mail_values, shown_values
from storage.conditions import Condition, all_of, equal
from storage.documents import Mail
from storage.keyset import Order

RIGHTS = ("manage_people", "manage_worker")


@dataclass(frozen=True, slots=True)
class MailFilter:
    """`state`: waiting, sent, kept or failed."""

    state: str | None = None
    template: str | None = None
    to: str | None = None
    site: str | None = None
    about: str | None = None

    def condition(self) -> Condition:
        named = {"state": self.state, "template": self.template, "to": self.to, "site": self.site, "about": self.about}
        return equal({name: value for name, value in named.items() if value is not None})


def mails_of(actor: Actor) -> Condition:
    """Holds of all mails that this person may see; those of no site need a right on all."""
    return of_sites(actor, *RIGHTS)


def find_mails(services: Services, actor: Actor, filter: MailFilter) -> Listing:
    """Newest first."""
    shown = all_of(mails_of(actor), filter.condition())
    return Listing("mails", services.repository.mail_lists, shown, Order("queued_at"))


def shown_mail(services: Services, actor: Actor, mail: Mail) -> tuple[str, str]:
    """(subject, text) as this person may read them: a link that lets somebody in is shown to administrators of
    everything alone, and only where no mail server is there to send it."""
    values = shown_values(services, mail)
    if mail.state == "kept" and actor.may("manage_people", EVERYWHERE):
        with contextlib.suppress(UnreadableSecret):
            values = mail_values(services, mail)
    try:
        subject, text = fill_template(mail.template, mail.locale, values)
    except ValueError:
        return mail.template, "This mail was queued for a template that is no more.\n"
    return shortened_line(subject), text
