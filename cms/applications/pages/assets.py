"""The style sheet and the scripts of the form, at addresses that change with what is in them."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "assets"
BASE = "/calls/assets"
TYPES = {".css": "text/css", ".js": "text/javascript"}
FOR_EVER = "public, max-age=31536000, immutable"


def asset_url(name: str) -> str:
    """The scripts import each other, so they all move together."""
    return f"{BASE}/{_digest()}/{name}"


def asset_routes() -> list[Route]:
    return [Route(f"{BASE}/{{digest}}/{{name}}", _answer)]


async def _answer(request: Request) -> Response:
    digest, name = request.path_params["digest"], request.path_params["name"]
    body = _bodies().get(name)
    if body is None or digest != _digest():
        return Response(status_code=404, headers={"cache-control": "no-store"})
    headers = {"cache-control": FOR_EVER, "x-content-type-options": "nosniff"}
    return Response(body, media_type=TYPES[Path(name).suffix], headers=headers)


@cache
def _bodies() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.suffix in TYPES}


@cache
def _digest() -> str:
    return sha256(b"\0".join(_bodies().values())).hexdigest()[:16]
