"""The page of a call: what it is about, until when, and the way in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from cms.applications.pages.file_view import file_size
from cms.applications.pages.summary import SummaryLine
from cms.applications.pages.texts import say
from cms.applications.pages.visit import Visit
from cms.content.rules.wall_time import wall_time_label
from cms.kernel.errors import NotFound, Problem

Read = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]
"""Answers the data of a query to the delivery API. Raises NotFound, Unavailable."""

QUERY = """
query CallPage($site: String!, $locale: Locale!, $slug: String!) {
  site(key: $site, locale: $locale) {
    call(slug: $slug) {
      title body state stateLabel hostsSought targetPeriod opens timeZone contactEmail
      eligible { label } hostProvides platformProvides
      cutoffs { label tentative passed } nextCutoff { label }
      documents { label link file { url bytes } }
      criteria { label weight }
      form { steps { title } }
      seo { description }
    }
  }
}
"""


@dataclass(frozen=True, slots=True)
class CutoffLine:
    label: str
    passed: bool
    tentative: bool
    is_next: bool


@dataclass(frozen=True, slots=True)
class Document:
    label: str
    url: str
    size: str


@dataclass(frozen=True, slots=True)
class CallView:
    """What visitors read, from the delivery API."""

    title: str
    body: Markup
    state: str
    state_label: str
    teaser: str
    opens_label: str
    description: str
    eligible: tuple[str, ...]
    host_provides: tuple[str, ...]
    platform_provides: tuple[str, ...]
    cutoffs: tuple[CutoffLine, ...]
    documents: tuple[Document, ...]
    criteria: tuple[dict[str, Any], ...]
    heaviest: int
    steps: tuple[str, ...]
    has_form: bool


async def show_landing(visit: Visit, read: Read, *, status: int = 200, **values: Any) -> Response:
    """`values`: what was wrong with what was posted."""
    if not visit.place.is_live:
        return _show_former(visit, **values)
    call = await call_view(visit, read)
    page = visit.page(is_private=visit.applicant is not None, description=call.description)
    return visit.render(
        "landing.html",
        page=page,
        call=call,
        status=status,
        ancestors=visit.place.frame_ancestors(),
        proof_url=f"{visit.place.url}proof",
        **{"email": "", **values},
    )


def _show_former(visit: Visit, **values: Any) -> Response:
    """The way in for those who applied while the call was shown; for everybody else it is gone."""
    proof_url = f"{visit.place.url}proof"
    return visit.render("former.html", **{"email": "", "status": 410, "proof_url": proof_url, **values})


async def show_refused_start(visit: Visit, read: Read, email: str, problems: list[Problem]) -> Response:
    lines = [SummaryLine("#f-email", problem.message) for problem in problems]
    return await show_landing(visit, read, status=422, email=email, problems=lines)


async def call_view(visit: Visit, read: Read) -> CallView:
    place = visit.place
    data = await read(QUERY, {"site": place.site.key, "locale": place.locale, "slug": place.slug})
    call = (data.get("site") or {}).get("call")
    if call is None:
        raise NotFound("There is no such call on this site.")
    return _view(call, place.locale)


def _view(call: dict[str, Any], locale: str) -> CallView:
    upcoming = (call["nextCutoff"] or {}).get("label")
    return CallView(
        title=call["title"],
        body=Markup(call["body"] or ""),  # made by our own renderer of rich text
        state=call["state"].lower(),
        state_label=call["stateLabel"],
        teaser=_teaser(call, upcoming, locale),
        opens_label=wall_time_label(call["opens"], call["timeZone"], locale),
        description=call["seo"]["description"] or "",
        eligible=tuple(one["label"] for one in call["eligible"]),
        host_provides=tuple(call["hostProvides"]),
        platform_provides=tuple(call["platformProvides"]),
        cutoffs=tuple(
            CutoffLine(one["label"], one["passed"], one["tentative"], one["label"] == upcoming)
            for one in call["cutoffs"]
        ),
        documents=tuple(filter(None, (_document(one, locale) for one in call["documents"]))),
        criteria=tuple(call["criteria"]),
        heaviest=max((one["weight"] for one in call["criteria"]), default=1),
        steps=tuple(step["title"] for step in (call["form"] or {}).get("steps", ())),
        has_form=call["form"] is not None,
    )


def _teaser(call: dict[str, Any], upcoming: str | None, locale: str) -> str:
    """ "We are looking for up to 16 hosts. For 2024–2025. Apply by 31 May 2024, 18:00 CEST." """
    said = []
    if call["hostsSought"]:
        said.append(say("landing.hosts_sought", locale, count=call["hostsSought"]))
    if call["targetPeriod"]:
        said.append(say("landing.period", locale, period=call["targetPeriod"]))
    if upcoming and call["state"] == "OPEN":
        said.append(say("landing.next_cutoff", locale, at=upcoming))
    return " ".join(said)


def _document(one: dict[str, Any], locale: str) -> Document | None:
    file = one["file"]
    if file:
        return Document(one["label"], file["url"], file_size(file["bytes"], locale))
    return Document(one["label"], one["link"], "") if one["link"] else None
