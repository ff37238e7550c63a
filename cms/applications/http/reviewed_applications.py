"""Files of applications, and exports: below /management/applications/, for those who may see them."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cms.applications.actions.export_applications import export_applications
from cms.applications.queries.application_files import file_of_application
from cms.files.address import content_disposition
from cms.http.caller import Caller, Callers
from cms.http.object_response import ObjectResponse
from cms.http.refusal import Refusal
from cms.kernel.errors import NotFound
from storage.documents import ApplicationFile
from storage.errors import ObjectMissing, Unavailable

NEVER_KEPT = {"cache-control": "private, no-store", "x-content-type-options": "nosniff"}
Work = Callable[[Request, Caller], Awaitable[Response]]
FORMATS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


class ReviewedApplications:
    """Bytes pass through here: what applicants send is for few people, and its address is worth nothing to others."""

    def __init__(self, callers: Callers) -> None:
        self._callers = callers

    def routes(self) -> list[Route]:
        return [
            Route("/management/applications/{id}/files/{file}", self.file, methods=["GET"]),
            Route("/management/applications/exports/{call}.{format}", self.export, methods=["GET"]),
        ]

    async def file(self, request: Request) -> Response:
        return await self._answer(request, self._file)

    async def export(self, request: Request) -> Response:
        """`?cutoff=` of one cut-off alone, `?locale=` of the headings."""
        return await self._answer(request, self._export)

    async def _answer(self, request: Request, work: Work) -> Response:
        try:
            caller = await self._callers.find(request)
            if caller is None:
                return _error(401, "NOT_SIGNED_IN", "Sign in first.")
            return await work(request, caller)
        except Refusal as refusal:
            return _error(refusal.status, refusal.code, refusal.message)
        except (NotFound, ObjectMissing):
            return _error(404, "NOT_FOUND", "There is no such file, or you may not see it.")
        except Unavailable:
            return _error(503, "UNAVAILABLE", "Files cannot be read right now: try again.")

    async def _file(self, request: Request, caller: Caller) -> Response:
        found = await file_of_application(
            caller.services, caller.actor, request.path_params["id"], request.path_params["file"]
        )
        return ObjectResponse(await caller.services.store.open(found.key), 200, _file_headers(found))

    async def _export(self, request: Request, caller: Caller) -> Response:
        format = request.path_params["format"]
        if format not in FORMATS:
            raise NotFound("There is no export in this format.")
        made = await export_applications(
            caller.services,
            caller.actor,
            request.path_params["call"],
            format,
            cutoff=request.query_params.get("cutoff") or None,
            locale=request.query_params.get("locale", "en"),
        )
        headers = {**NEVER_KEPT, "content-disposition": content_disposition(made.filename, inline=False)}
        return Response(made.content, 200, headers, FORMATS[format])


def _file_headers(found: ApplicationFile) -> dict[str, str]:
    """Never shown in the page: a file of somebody unknown is only saved."""
    return {
        **NEVER_KEPT,
        "content-type": found.mime,
        "content-length": str(found.bytes),
        "content-disposition": content_disposition(found.filename, inline=False),
        "content-security-policy": "default-src 'none'; sandbox",
    }


def _error(status: int, code: str, message: str) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, NEVER_KEPT)
