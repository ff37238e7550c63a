"""What we keep of somebody: a copy of it, and its end."""

import orjson
from starlette.responses import Response

from cms.actions.erase_applicant import erase_applicant
from cms.actions.export_applicant_data import export_applicant_data
from cms.http.calls.applicant_cookie import ApplicantCookie
from cms.http.calls.policy import page_headers
from cms.http.calls.posted import read_form
from cms.http.calls.summary import SummaryLine
from cms.http.calls.visit import Visit


async def show_own_data(visit: Visit) -> Response:
    visit.signed_in()
    return visit.render("own_data.html", page=visit.page("own-data"))


async def download_copy(visit: Visit) -> Response:
    copy = await export_applicant_data(visit.desk, visit.signed_in())
    headers = {**page_headers(), "content-disposition": 'attachment; filename="applications.json"'}
    return Response(orjson.dumps(copy, option=orjson.OPT_INDENT_2), headers=headers, media_type="application/json")


async def erase(visit: Visit, cookie: ApplicantCookie) -> Response:
    applicant = visit.signed_in()
    posted = await read_form(visit.request)
    visit.require_own_form(posted)
    if posted.one("sure") != "yes":
        problem = SummaryLine("#f-sure", visit.say("own_data.not_sure"))
        return visit.render("own_data.html", page=visit.page("own-data"), status=422, problems=[problem])
    await erase_applicant(visit.desk, applicant)
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
