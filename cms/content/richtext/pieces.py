"""HTML in pieces: literal text, and places that are filled in when it is read, as only then it is known which items and
files are public there, and at which address.

A piece is a text or a list, of what MongoDB stores as it is:

- ["link", kind, id, fragment]: begins a link to an item or file; `fragment` is "" or "#dates"
- ["end", kind, id]: ends it
- ["image", file, alt, rest]: a picture up to its caption; `alt` None for the file's own, `rest` the caption and end
- ["either", [[kind, id], …], together, apart]: where links meet. With none of the targets public `together` (a text)
  stands there, else `apart` (pieces), as neighbours share their marks unless a link stands between them

Of a target that is not public, or has no safe address, "link", "end" and "image" leave nothing.
"""

from typing import Any

from cms.content.richtext.address import Address, Kind, Resolve, is_safe_source
from cms.content.richtext.escaping import escaped_attribute

Piece = str | list[Any]


def joined(pieces: list[Piece]) -> list[Piece]:
    """The same with neighbouring texts as one, and without empty ones."""
    found: list[Piece] = []
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        if text := "".join(texts):
            found.append(text)
        found.append(piece)
        texts = []
    if text := "".join(texts):
        found.append(text)
    return found


def filled(pieces: list[Piece], resolve: Resolve) -> str:
    """As `to_html`: `resolve` is asked for each target once, in reading order."""
    if len(pieces) == 1 and isinstance(pieces[0], str):
        return pieces[0]
    return _Filling(resolve).html(pieces)


class _Filling:
    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self._known: dict[tuple[Kind, str], Address | None] = {}

    def html(self, pieces: list[Piece]) -> str:
        return "".join([piece if isinstance(piece, str) else self._place(*piece) for piece in pieces])

    def _place(self, what: str, *given: Any) -> str:
        match what:
            case "link":
                return self._link(*given)
            case "end":
                return "</a>" if self._target(*given) else ""
            case "image":
                return self._image(*given)
            case "either":
                return self._either(*given)
        raise ValueError(f"{what!r} is no place of an HTML text; raise VERSION where there are new ones.")

    def _link(self, kind: Kind, id: str, fragment: str) -> str:
        target = self._target(kind, id)
        return f'<a href="{escaped_attribute(target.url + fragment)}" data-{kind}="{id}">' if target else ""

    def _image(self, file: str, alt: str | None, rest: str) -> str:
        target = self._target("file", file)
        if not target or not is_safe_source(target.picture):
            return ""
        size = f' width="{target.width:d}" height="{target.height:d}"' if target.width and target.height else ""
        words = escaped_attribute(target.alt) if alt is None else alt
        source = escaped_attribute(target.picture)
        return f'<figure><img src="{source}" alt="{words}"{size} loading="lazy" data-file="{file}">{rest}'

    def _either(self, targets: list[tuple[Kind, str]], together: str, apart: list[Piece]) -> str:
        is_any_public = any(self._target(kind, id) for kind, id in targets)
        return self.html(apart) if is_any_public else together

    def _target(self, kind: Kind, id: str) -> Address | None:
        key = (kind, id)
        if key not in self._known:
            address = self._resolve(kind, id)
            self._known[key] = address if address and is_safe_source(address.url) else None
        return self._known[key]
