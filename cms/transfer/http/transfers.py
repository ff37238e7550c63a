"""Archives of exported sites: GET /management/transfers/<id>/<site>.zip, for those who may carry the site."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cms.http.caller import Callers
from cms.http.object_response import ObjectResponse
from cms.http.refusal import Refusal
from cms.kernel.errors import NotFound
from cms.transfer.queries.transfers import finished_export
from storage.documents import Transfer
from storage.errors import ObjectMissing, Unavailable

NEVER_KEPT = {"cache-control": "no-store"}


class TransferEndpoint:
    """Bytes pass through here: what is in an archive is for few people, and its address is worth nothing to others."""

    def __init__(self, callers: Callers) -> None:
        self._callers = callers

    def routes(self) -> list[Route]:
        return [Route("/management/transfers/{id}/{name}", self.answer, methods=["GET"])]

    async def answer(self, request: Request) -> Response:
        try:
            caller = await self._callers.find(request)
            if caller is None:
                return _error(401, "NOT_SIGNED_IN", "Sign in first.")
            transfer = await finished_export(caller.services, caller.actor, request.path_params["id"])
            stream = await caller.services.store.open(transfer.key)
        except Refusal as refusal:
            return _error(refusal.status, refusal.code, refusal.message)
        except (NotFound, ObjectMissing):
            return _error(404, "NOT_FOUND", "There is no archive at this address.")
        except Unavailable:
            return _error(503, "UNAVAILABLE", "Files cannot be read right now: try again.")
        return ObjectResponse(stream, 200, _headers(transfer))


def _headers(transfer: Transfer) -> dict[str, str]:
    return {
        **NEVER_KEPT,
        "content-type": "application/zip",
        "content-disposition": f'attachment; filename="{transfer.site}.zip"',
        "x-content-type-options": "nosniff",
        **({"content-length": str(transfer.byte_size)} if transfer.byte_size else {}),
    }


def _error(status: int, code: str, message: str) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, NEVER_KEPT)
