"""What visitors of files are answered where there are no bytes for them."""

from collections.abc import Awaitable, Callable

import structlog
from starlette.requests import Request
from starlette.responses import Response

from cms.files.http.file_bytes import plain_answer
from cms.http.refusal import Refusal
from cms.kernel.errors import Invalid, TooManyRequests
from storage.errors import ObjectMissing, Unavailable

RETRY_SECONDS = 2

Answer = Callable[[Request], Awaitable[Response]]

log = structlog.get_logger(__name__)


def no_file() -> Refusal:
    return Refusal(404, "NOT_FOUND", "There is no file at this address.")


def wrong_file() -> Refusal:
    """RFC 9110, section 13.1.1."""
    message = "The file is not the one that If-Match names: leave it out, or read anew."
    return Refusal(412, "PRECONDITION_FAILED", message)


def refusals_told(answer: Answer) -> Answer:
    """The same with its errors as answers in plain text, which nobody keeps."""

    async def told(request: Request) -> Response:
        try:
            return await answer(request)
        except Refusal as refusal:
            headers = {name.decode(): value.decode() for name, value in refusal.headers}
            return plain_answer(refusal.status, refusal.message, headers)
        except Invalid as error:
            return plain_answer(422, f"This image cannot be shown at another width: {error}")
        except ObjectMissing as error:
            log.error("file without content", path=request.scope["path"], key=str(error))
            return plain_answer(404, "The content of this file is not in the store.")
        except (Unavailable, TooManyRequests) as error:
            log.warning("file not served", reason=str(error))
            return plain_answer(
                503, "Files cannot be served right now: try again.", {"retry-after": str(RETRY_SECONDS)}
            )

    return told
