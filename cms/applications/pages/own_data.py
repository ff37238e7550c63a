"""What we keep of somebody, and its end. The copy is made in `own_copy`."""

from starlette.responses import Response

from cms.applications.actions.erase_applicant import erase_applicant
from cms.applications.pages.applicant_cookie import ApplicantCookie
from cms.applications.pages.posted import read_form
from cms.applications.pages.summary import SummaryLine
from cms.applications.pages.visit import Visit


async def show_own_data(visit: Visit) -> Response:
    visit.signed_in()
    return visit.render("own_data.html", page=visit.page("own-data"))


async def erase(visit: Visit, cookie: ApplicantCookie) -> Response:
    applicant = visit.signed_in()
    posted = await read_form(visit.request)
    visit.require_own_form(posted)
    if posted.one("sure") != "yes":
        problem = SummaryLine("#f-sure", visit.say("own_data.not_sure"))
        return visit.render("own_data.html", page=visit.page("own-data"), status=422, problems=[problem])
    await erase_applicant(visit.services, applicant)
    response = visit.go("erased")
    cookie.clear(response)
    return response


async def show_erased(visit: Visit) -> Response:
    return visit.render(
        "message.html",
        page=visit.page("erased"),
        title=visit.say("own_data.erased.title"),
        paragraphs=[visit.say("own_data.erased.text")],
        action=None,
        links=[{"url": visit.place.url, "label": visit.say("error.back")}],
    )
