"""The way in: an e-mail address, a link by mail, a session in this browser; and out again."""

from datetime import timedelta

from starlette.responses import JSONResponse, Response

from cms.applications.actions.open_applicant_session import close_applicant_session, open_applicant_session
from cms.applications.actions.request_applicant_link import request_applicant_link
from cms.applications.pages.applicant_cookie import ApplicantCookie
from cms.applications.pages.landing import Read, show_landing, show_refused_start
from cms.applications.pages.posted import read_form
from cms.applications.pages.privacy import show_privacy
from cms.applications.pages.visit import Visit
from cms.applications.proof_of_work import new_challenge
from cms.http.client_address import network_of
from cms.kernel.errors import Invalid, Problem

SOONEST = timedelta(seconds=2)
"""Until a person has read the page and typed an address. With a proof of work nobody asks."""


class WayIn:
    def __init__(self, read: Read, cookie: ApplicantCookie) -> None:
        self._read = read
        self._cookie = cookie

    async def landing(self, visit: Visit) -> Response:
        """With a token, as mails have it, the page that begins a session: programs which look at links do no more than
        see it."""
        token = visit.request.query_params.get("token")
        if not token:
            return await show_landing(visit, self._read)
        action = {"url": f"{visit.place.url}open", "label": visit.say("open.button"), "fields": {"link": token}}
        return visit.render(
            "message.html",
            title=visit.say("open.title"),
            paragraphs=[visit.place.title, visit.say("open.text")],
            action=action,
            links=[],
        )

    async def start(self, visit: Visit) -> Response:
        posted = await read_form(visit.request)
        made = visit.require_own_form(posted)
        email, proof = posted.one("email")[:300], posted.one("proof") or None
        if proof is None and visit.services.clock() - made < SOONEST:
            return await self._refused(visit, email, "TOO_FAST", "start.too_fast")
        try:
            await request_applicant_link(
                visit.services,
                site=visit.place.site.key,
                call=visit.place.slug,
                email=email,
                locale=visit.locale,
                proof=proof,
                address=network_of(visit.request),
                trap=posted.one("website"),
            )
        except Invalid as invalid:
            return await show_refused_start(visit, self._read, email, list(invalid.problems))
        response = visit.go("sent")
        if not visit.is_framed:  # sites that frame a call are promised that it sets no cookie there
            self._cookie.note_asked(response, visit.place.url, email.strip())
        return response

    async def sent(self, visit: Visit) -> Response:
        """With the address as it was typed in this browser, so that a wrong one is seen."""
        email = self._cookie.asked(visit.request)
        text = visit.say("sent.to", email=email) if email else visit.say("sent.text")
        return visit.render(
            "message.html",
            page=visit.page("sent"),
            ancestors=visit.place.frame_ancestors(),
            title=visit.say("sent.title"),
            paragraphs=[text, visit.say("sent.nothing")],
            action=None,
            links=[{"url": f"{visit.place.url}#start", "label": visit.say("sent.correct")}],
        )

    async def privacy(self, visit: Visit) -> Response:
        return await show_privacy(visit, self._read)

    async def open(self, visit: Visit) -> Response:
        posted = await read_form(visit.request)
        visit.require_own_form(posted)
        try:
            opened = await open_applicant_session(
                visit.services, posted.one("link"), address=network_of(visit.request), locale=visit.locale
            )
        except Invalid:
            return self._dead_link(visit)
        response = visit.go("applications")
        self._cookie.set(response, opened.bearer)
        return response

    async def leave(self, visit: Visit) -> Response:
        posted = await read_form(visit.request)
        visit.require_own_form(posted)
        if visit.bearer:
            await close_applicant_session(visit.services, visit.bearer)
        response = visit.go("left")
        self._cookie.clear(response)
        return response

    async def left(self, visit: Visit) -> Response:
        return visit.render(
            "message.html",
            page=visit.page("left"),
            title=visit.say("left.title"),
            paragraphs=[visit.say("left.text")],
            action=None,
            links=[{"url": visit.place.url, "label": visit.say("error.back")}],
        )

    async def proof(self, visit: Visit) -> Response:
        return JSONResponse(new_challenge(visit.services), headers={"cache-control": "no-store"})

    async def _refused(self, visit: Visit, email: str, code: str, message: str) -> Response:
        problem = Problem("email", code, visit.say(message))
        return await show_refused_start(visit, self._read, email, [problem])

    def _dead_link(self, visit: Visit) -> Response:
        return visit.render(
            "message.html",
            status=410,
            title=visit.say("open.dead.title"),
            paragraphs=[visit.say("open.dead.text")],
            action=None,
            links=[{"url": f"{visit.place.url}#start", "label": visit.say("sent.again")}],
        )
