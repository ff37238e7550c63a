"""What a browser would find in a piece of HTML."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

NAMES = "p h2 h3 h4 ul ol li blockquote hr br strong em s sup sub code a table tbody tr td th figure figcaption img"
ELEMENTS = frozenset(NAMES.split())
ATTRIBUTES = {
    "a": {"href", "data-item", "data-file"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "img": {"src", "alt", "width", "height", "loading", "data-file"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "figure": {"data-video"},
}


@dataclass
class Found(HTMLParser):
    """`events`: tags with their attributes, and texts, in order."""

    events: list[tuple[str, object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.events.append((f"/{tag}", None))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "text":
            data = f"{self.events.pop()[1]}{data}"
        self.events.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.events.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.events.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        self.events.append(("declaration", data))


def found_in(html: str) -> list[tuple[str, object]]:
    parser = Found()
    parser.feed(html)
    parser.close()
    return parser.events
