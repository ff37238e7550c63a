"""Where the links in mails to applicants lead: to our own form, or to a page of the regional site."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlsplit

from cms.kernel.errors import Invalid, Problem
from cms.kernel.services import Services
from storage.documents import HostApplication

LINK = "applicant link"
"""The purpose of the tokens in them."""
LINK_LASTS = timedelta(days=7)
LONGEST = 1000


def form_path(site: str, locale: str, call: str) -> str:
    """Our own form: `/calls/<site>/<locale>/<call>/`."""
    return "/calls/" + "/".join(quote(part, safe="") for part in (site, locale, call)) + "/"


async def link_address(services: Services, site: str, locale: str, call: str, page: str | None) -> str:
    """All of the link but the token, which comes to its end. On a page of the site the token stands after "#", where no
    server and no referrer sees it. Raises Invalid for a page that is not on an origin of the site."""
    if page is None:
        return f"{form_path(site, locale, call)}?token="
    if len(page) > LONGEST or _origin_of(page) not in await _origins(services, site):
        message = "Links lead to the site itself: give a page on one of its domains or allowed origins."
        raise Invalid([Problem("page", "FOREIGN_PAGE", message)])
    return f"{page.partition('#')[0]}#token="


def application_link(application: HostApplication, call: Mapping[str, Any] | None) -> str:
    """Where the applicant goes on, without a token; `call`: its live document, where there is one."""
    if application.page:
        return application.page
    slugs = call["slugs"] if call else {}
    slug = slugs.get(application.locale) or next(iter(slugs.values()), application.call)
    return form_path(application.site, application.locale, slug)


def link_with_token(address: str, token: str) -> str:
    """`address` as `application_link` gives it."""
    return f"{address}?token={token}" if address.startswith("/") else f"{address.partition('#')[0]}#token={token}"


def applicant_key(services: Services, email: str) -> str:
    """What the links of one address are found by, before there is an applicant."""
    return f"applicant {services.vault.digest('applicant', email)[:40]}"


def link_told(email: str, locale: str, site: str, call: str) -> str:
    """What a link remembers: whose it is, and where it was asked for (`open_applicant_session`)."""
    return json.dumps({"email": email, "locale": locale, "site": site, "call": call})


def _origin_of(page: str) -> str:
    """ "" where it is no address."""
    try:
        parts = urlsplit(page) if page.isprintable() and "\\" not in page else None
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts else ""


async def _origins(services: Services, site: str) -> set[str]:
    found = await services.repository.published.site(site[:64])
    data = found["data"] if found else {}
    return {f"https://{domain}" for domain in data.get("domains", ())} | set(data.get("allowed_origins", ()))
