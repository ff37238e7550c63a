"""Files and receipts of applications, and the copy of one's own data, at signed addresses:
GET /applications/<id>/<file>?until=…&session=…&sign=…, GET /applications/copy/<locale>?…"""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cms.applications.applicant import applicant_in_session, is_in_session
from cms.applications.file_address import COPY, RECEIPT, is_signed
from cms.applications.pages.own_copy import copy_response
from cms.applications.receipt_of import receipt_of
from cms.files.address import content_disposition
from cms.http.object_response import ObjectResponse
from cms.kernel.services import Services
from storage.documents import ApplicationFile, HostApplication
from storage.errors import ObjectMissing, Unavailable

PRIVATE = {"cache-control": "private, no-store", "x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}


class ApplicationFiles:
    """The signature tells that the address was given out; whether the applicant's session goes on is asked anew. Files
    are never shown in place: what strangers upload is downloaded."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def routes(self) -> list[Route]:
        return [Route("/applications/{id}/{file}", self.answer, methods=["GET"])]

    async def answer(self, request: Request) -> Response:
        id, file = request.path_params["id"], request.path_params["file"]
        given = {name: request.query_params.get(name, "") for name in ("session", "until", "sign")}
        if not is_signed(self._services, id, file, **given):
            return _over()
        try:
            if id == COPY:
                return await self._copy(given["session"], file)
            application = await self._services.repository.applications.get(id)
            if application is None:
                return _gone()
            if not await is_in_session(self._services, given["session"], application.applicant):
                return _over()
            return await self._found(application, file)
        except ObjectMissing:
            return _gone()
        except Unavailable:
            return _plain(503, "Files cannot be served right now: try again.", {"retry-after": "2"})

    async def _found(self, application: HostApplication, file: str) -> Response:
        if file == RECEIPT:
            content = await receipt_of(self._services, application)
            headers = {**PRIVATE, **_saved_as(f"{application.reference}.pdf")}
            return Response(content, 200, headers, "application/pdf") if content else _gone()
        held = [*application.files, *(application.snapshot.files if application.snapshot else ())]
        found = next((one for one in held if one.id == file), None)
        return await self._stream(found) if found and application.erased_at is None else _gone()

    async def _copy(self, session: str, locale: str) -> Response:
        applicant = await applicant_in_session(self._services, session)
        return await copy_response(self._services, applicant, locale) if applicant else _over()

    async def _stream(self, file: ApplicationFile) -> Response:
        stream = await self._services.store.open(file.key)
        headers = {"content-type": file.mime, "content-length": str(file.bytes), **_saved_as(file.filename)}
        return ObjectResponse(stream, 200, {**PRIVATE, **headers})


def _saved_as(filename: str) -> dict[str, str]:
    return {"content-disposition": content_disposition(filename, inline=False)}


def _over() -> Response:
    return _plain(404, "There is no file at this address, or the address is over: load the page again.")


def _gone() -> Response:
    return _plain(404, "This file is not there any more.")


def _plain(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{message}\n", status, {**PRIVATE, **(headers or {})})
