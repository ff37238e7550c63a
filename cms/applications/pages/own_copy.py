"""The copy of one's own data as a ZIP: a page to read and print, the files, and the same for programs."""

from collections.abc import AsyncGenerator, AsyncIterator
from types import TracebackType
from urllib.parse import quote

import orjson
from starlette.responses import Response

from cms.applications.actions.copy_applicant_data import copy_applicant_data
from cms.applications.applicant import ApplicantActor
from cms.applications.own_copy import CopiedApplication, OwnCopy
from cms.applications.pages.policy import page_headers
from cms.applications.pages.rendering import rendered_text
from cms.applications.pages.texts import say
from cms.applications.pages.visit import Visit
from cms.applications.receipt_of import receipt_of
from cms.applications.streamed_zip import StreamedZip
from cms.content.rules.slug import slug_from
from cms.http.object_response import ObjectResponse
from cms.kernel.services import Services
from storage.errors import ObjectMissing
from storage.object_store import ObjectStream

PAGE, DATA = "index.html", "data.json"


async def download_copy(visit: Visit) -> Response:
    return await copy_response(visit.services, visit.signed_in(), visit.locale)


async def copy_response(services: Services, applicant: ApplicantActor, locale: str) -> Response:
    """In words of the language `locale`. Raises Unavailable."""
    copy = await copy_applicant_data(services, applicant, locale)
    name = f"{slug_from(say('own_data.title', locale)) or 'data'}-{copy.made_at:%Y-%m-%d}.zip"
    headers = {
        **page_headers(),
        "content-type": "application/zip",
        "content-disposition": f'attachment; filename="{name}"',
    }
    return ObjectResponse(await Pieces.begun(copy_as_zip(services, copy)), 200, headers)


async def copy_as_zip(services: Services, copy: OwnCopy) -> AsyncGenerator[bytes]:
    """Files first: the page names those that were lost. Raises Unavailable."""
    archive, lost = StreamedZip(copy.made_at), set[str]()
    for one in copy.applications:
        async for piece in _files(services, archive, one, lost):
            yield piece
        if one.receipt and (receipt := await receipt_of(services, one.application)):
            yield archive.text(one.receipt, receipt)
    yield archive.text(DATA, orjson.dumps(copy.as_json(), option=orjson.OPT_INDENT_2))
    yield archive.text(PAGE, copy_page(copy, lost).encode())
    yield archive.end()


def copy_page(copy: OwnCopy, lost: set[str]) -> str:
    """`lost`: paths of files that are no longer there."""
    return rendered_text("own_copy.html", copy.locale, copy=copy, lost=lost, link=quote)


async def _files(
    services: Services, archive: StreamedZip, one: CopiedApplication, lost: set[str]
) -> AsyncIterator[bytes]:
    for path, file in one.files():
        stream = await _opened(services, file.key)
        if stream is None:
            lost.add(path)
            continue
        async with stream:
            async for piece in archive.file(path, file.bytes, stream):
                yield piece


async def _opened(services: Services, key: str) -> ObjectStream | None:
    try:
        return await services.store.open(key)
    except ObjectMissing:
        return None


class Pieces:
    """Like an ObjectStream. The first piece is there before anything is answered: an error still gets a page."""

    def __init__(self, first: bytes, rest: AsyncGenerator[bytes]) -> None:
        self._first, self._rest = first, rest

    @classmethod
    async def begun(cls, pieces: AsyncGenerator[bytes]) -> "Pieces":
        return cls(await anext(pieces), pieces)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._first
        async for piece in self._rest:
            if piece:
                yield piece

    async def __aenter__(self) -> "Pieces":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._rest.aclose()
