"""The editors' interface at /admin/: what was built from `admin_ui/`, under a policy that allows no other programs."""

from collections.abc import Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from cms.http.admin.built_file import BuiltFile, built_file, built_files
from cms.http.admin.policy import page_headers
from cms.http.admin.type_documents import TypeDocuments

BUILT = Path(__file__).parent / "built"
INDEX = "index.html"
NOT_BUILT = (
    "The admin interface is not built. Start the CMS with `python3 run.py`, which builds it, "
    "without CMS_SKIP_UI_BUILD in the environment."
)


class AdminInterface:
    """Every address below /admin/ that is no file is a screen of the program, which index.html starts. `origins`:
    where its pictures and files are, such as the S3 server."""

    def __init__(self, origins: Sequence[str], folder: Path = BUILT) -> None:
        self._folder = folder
        self._headers = page_headers(origins)
        self._files: dict[str, BuiltFile] | None = None
        self._types = TypeDocuments()

    def routes(self) -> list[Route]:
        return [
            Route("/admin", _with_slash),
            Route("/admin/content-types/{language}.json", self.content_types),
            Route("/admin/{path:path}", self.answer),
        ]

    async def content_types(self, request: Request) -> Response:
        """Whoever signs in gets them too, at the same time as the program: they are of the CMS, not of its content."""
        found = self._types.find(request.path_params["language"], request.query_params.get("v"))
        return found.response(request) if found else PlainTextResponse("The interface has no such language.", 404)

    async def answer(self, request: Request) -> Response:
        if not self._files:
            self._files = self._built()
        path = request.path_params["path"]
        found = self._files.get(path)
        if found is None and "." not in path.rpartition("/")[2]:
            found = self._files.get(INDEX)
        if found is not None:
            return found.response(request)
        if INDEX not in self._files:
            return PlainTextResponse(NOT_BUILT, 503)
        return PlainTextResponse("There is no such file.", 404)

    def _built(self) -> dict[str, BuiltFile]:
        files = built_files(self._folder, self._headers)
        if page := files.get(INDEX):
            body = self._types.named_in(page.body.decode()).encode()
            files[INDEX] = built_file(body, page.media_type, is_named_by_content=False, headers=page.headers)
        return files


async def _with_slash(request: Request) -> Response:
    return RedirectResponse("/admin/", 308)
