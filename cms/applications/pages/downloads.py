"""Files and receipts of one's own application: never at an address that anybody else could open."""

from urllib.parse import quote

from starlette.responses import Response

from cms.applications.pages.draft import find_draft
from cms.applications.pages.policy import page_headers
from cms.applications.pages.visit import Visit
from cms.applications.receipt_of import receipt_of
from cms.http.object_response import ObjectResponse
from cms.kernel.errors import NotFound
from storage.errors import ObjectMissing

NO_PROGRAMS = "default-src 'none'; sandbox"


async def download_file(visit: Visit) -> Response:
    draft = await find_draft(visit)
    wanted = visit.request.path_params["file"]
    file = next((one for one in draft.application.files if one.id == wanted), None)
    if file is None:
        raise NotFound("There is no such file.")
    headers = {**_headers(file.filename), "content-length": str(file.bytes), "content-type": file.mime}
    try:
        return ObjectResponse(await visit.services.store.open(file.key), 200, headers)
    except ObjectMissing as error:
        raise NotFound("There is no such file.") from error


async def download_receipt(visit: Visit) -> Response:
    draft = await find_draft(visit)
    body = await receipt_of(visit.services, draft.application)
    if body is None:
        raise NotFound("It was not submitted yet.")
    return Response(body, headers=_headers(f"{draft.application.reference}.pdf"), media_type="application/pdf")


def _headers(filename: str) -> dict[str, str]:
    return {
        **page_headers(),
        "content-security-policy": NO_PROGRAMS,
        "content-disposition": f"attachment; filename*=utf-8''{quote(filename, safe='')}",
    }
