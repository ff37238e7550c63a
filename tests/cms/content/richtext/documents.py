"""Rich texts made at random: canonical ones, and values that only look like one."""

from typing import Any

from hypothesis import strategies as st

from cms.content.richtext.model import MARKS, NODES

Node = dict[str, Any]

IDS = st.integers(0, 2**96 - 1).map("{:024x}".format)
# No spaces, nothing unprintable, none of the invisible leftovers that reading removes.
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Z"), exclude_characters="\ufeff\u200b")
TELLING = [
    "Clusters",
    "meet",
    "Iași",
    "Бургас",
    "<b>",
    "&amp;",
    '"',
    "y's",
    "a\u00a0b",
    "]]>",
    "-->",
    "\\",
    "👩\u200d🔬",
    "e\u0301",
]
WORDS = st.sampled_from(TELLING) | st.sampled_from(TELLING) | st.text(LETTERS, min_size=1, max_size=4)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
ADDRESSES = st.sampled_from(
    [
        "https://clusters.example/",
        "http://x.example/a?b=c&d='e'#f",
        "https://bg.wikipedia.example/wiki/Бургас_(град)",
        "mailto:info@x.example?subject=Iași",
        "tel:+420123456789",
        "/",
        "/cs/novinky",
    ]
)
SOURCES = st.sampled_from(["https://video.example/v.mp4?x=1&y=2", "/files/1/film.mp4", "http://x.example/v"])
PLACES = st.sampled_from([None, "dates", "Ключови-дати", "page=3&zoom='2'"])
"""Of headings, and in files."""
TARGETS = st.one_of(
    ADDRESSES.map(lambda href: {"href": href, "item": None, "file": None, "fragment": None}),
    st.builds(lambda id, place: {"href": None, "item": id, "file": None, "fragment": place}, IDS, PLACES),
    st.builds(lambda id, place: {"href": None, "item": None, "file": id, "fragment": place}, IDS, PLACES),
)


COMBINED = (("bold", "italic"), ("italic", "code"), ("strike", "superscript"))
SIMPLE_MARKS = st.sampled_from(
    [(), (), (), ("bold",), ("italic",), ("code",), ("strike",), ("superscript",), ("subscript",), *COMBINED]
)


@st.composite
def marks(draw: st.DrawFn) -> list[Node]:
    link = [{"type": "link", "attrs": draw(TARGETS)}] if draw(st.integers(0, 3)) == 0 else []
    return link + [{"type": name} for name in draw(SIMPLE_MARKS)]


def _marked(node: Node, its_marks: list[Node]) -> Node:
    return {**node, "marks": its_marks} if its_marks else node


@st.composite
def inline(draw: st.DrawFn) -> list[Node]:
    """One or more runs of words, never two neighbours with the same marks, lines without space at their ends."""
    nodes: list[Node] = []
    for text, its_marks in draw(st.lists(st.tuples(LINES, marks()), min_size=1, max_size=3)):
        before = nodes[-1] if nodes else None
        if before is None or draw(st.booleans()):
            if before is not None:
                nodes.append(_marked({"type": "hardBreak"}, draw(marks())))
            nodes.append(_marked({"type": "text", "text": text}, its_marks))
        elif before.get("marks", []) == its_marks:
            before["text"] += f" {text}"
        else:
            before["text"] += draw(st.sampled_from(["", " "]))
            nodes.append(_marked({"type": "text", "text": text}, its_marks))
    return nodes


PARAGRAPHS = inline().map(lambda content: {"type": "paragraph", "content": content})
HEADINGS = st.builds(
    lambda level, id, content: {"type": "heading", "attrs": {"level": level, "id": id}, "content": content},
    st.integers(2, 4),
    PLACES,
    inline(),
)
RULES = st.builds(lambda: {"type": "horizontalRule"})
IMAGES = st.builds(
    lambda file, alt, caption: {"type": "image", "attrs": {"file": file, "alt": alt, "caption": caption}},
    IDS,
    LINES | st.just(""),
    st.none() | LINES,
)
VIDEOS = st.builds(
    lambda src, caption: {"type": "video", "attrs": {"src": src, "caption": caption}}, SOURCES, st.none() | LINES
)
SPANS = st.sampled_from([1, 1, 1, 2, 100])


def lists(depth: int) -> st.SearchStrategy[Node]:
    items = st.lists(_items(depth), min_size=1, max_size=2)
    bullets = items.map(lambda content: {"type": "bulletList", "content": content})
    ordered = st.builds(
        lambda start, style, content: {
            "type": "orderedList",
            "attrs": {"start": start, "type": style},
            "content": content,
        },
        st.sampled_from([1, 0, 7, 9999]),
        st.sampled_from([None, "1", "a", "A", "i", "I"]),
        items,
    )
    return bullets | ordered


def _items(depth: int) -> st.SearchStrategy[Node]:
    """With a paragraph first, which is empty only where no text could stand in its place."""
    more = st.lists(blocks(depth + 1), max_size=1)
    worded = st.builds(lambda first, rest: [first, *rest], PARAGRAPHS, more)
    wordless = st.builds(lambda first, rest: [{"type": "paragraph"}, first, *rest], IMAGES | RULES, more)
    return (worded | wordless).map(lambda content: {"type": "listItem", "content": content})


def tables(depth: int) -> st.SearchStrategy[Node]:
    content = st.lists(blocks(depth + 1), min_size=1, max_size=2) | st.just([{"type": "paragraph"}])
    cells = st.builds(
        lambda kind, colspan, rowspan, content: {
            "type": kind,
            "attrs": {"colspan": colspan, "rowspan": rowspan, "colwidth": None},
            "content": content,
        },
        st.sampled_from(["tableCell", "tableHeader"]),
        SPANS,
        SPANS,
        content,
    )
    rows = st.lists(cells, min_size=1, max_size=2).map(lambda content: {"type": "tableRow", "content": content})
    return st.lists(rows, min_size=1, max_size=2).map(lambda rows: {"type": "table", "content": _ending(rows)})


def _ending(rows: list[Node]) -> list[Node]:
    """No cell reaches below the last row."""
    for below, row in enumerate(reversed(rows), 1):
        for cell in row["content"]:
            cell["attrs"]["rowspan"] = min(cell["attrs"]["rowspan"], below)
    return rows


def blocks(depth: int = 0) -> st.SearchStrategy[Node]:
    leaves = PARAGRAPHS | PARAGRAPHS | HEADINGS | RULES | IMAGES | VIDEOS
    if depth >= 2:
        return leaves
    quotes = st.deferred(lambda: st.lists(blocks(depth + 1), min_size=1, max_size=2)).map(
        lambda content: {"type": "blockquote", "content": content}
    )
    return leaves | quotes | st.deferred(lambda: lists(depth)) | st.deferred(lambda: tables(depth))


def canonical_documents() -> st.SearchStrategy[Node]:
    """Documents as reading HTML makes them: nothing empty, space as it shows, every attribute there."""
    return st.lists(blocks(), min_size=1, max_size=3).map(lambda content: {"type": "doc", "content": content})


def _tree(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    kinds = [name for name in NODES if name not in ("text", "doc", "image", "video")]
    return st.builds(
        lambda kind, content: {"type": kind, "content": content},
        st.sampled_from(kinds),
        st.lists(children, max_size=3),
    )


TEXTS = LINES.map(lambda text: {"type": "text", "text": text})
# Known nodes in any arrangement: most are no valid document.
ARRANGEMENTS = st.lists(st.recursive(TEXTS, _tree, max_leaves=12), max_size=3).map(
    lambda content: {"type": "doc", "content": content}
)

NASTY = st.sampled_from(
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "/\\evil.example",
        '"><script>alert(1)</script>',
        "' onerror='alert(1)",
        '" onload="alert(1)',
        "https://x.example/\n",
        "\ud800",
        "\x00",
        "<img src=x onerror=alert(1)>",
    ]
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), NASTY, IDS, ADDRESSES)
KEYS = st.sampled_from(
    ["type", "content", "attrs", "marks", "text", "href", "item", "file", "src", "alt", "caption", "level", "start"]
)
KINDS = st.sampled_from([*NODES, *MARKS, "script", "iframe"])


def _garbage(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    node = st.fixed_dictionaries(
        {"type": KINDS},
        optional={
            "content": st.lists(children, max_size=4) | children,
            "marks": st.lists(children, max_size=3) | children,
            "attrs": st.dictionaries(KEYS, SCALARS, max_size=6) | children,
            "text": SCALARS,
        },
    )
    return node | st.lists(children, max_size=4) | st.dictionaries(KEYS | st.text(max_size=3), children, max_size=4)


GARBAGE = st.recursive(SCALARS, _garbage, max_leaves=12)
# Values that begin as a document should.
DISGUISED = st.lists(GARBAGE, max_size=3).map(lambda content: {"type": "doc", "content": content})


@st.composite
def tampered_documents(draw: st.DrawFn) -> Node:
    """Documents that an attacker has prepared: right in form, with hostile values in some places."""
    document = draw(canonical_documents())
    places = _places(document)
    for holder, key in draw(st.lists(st.sampled_from(places), min_size=1, max_size=8)) if places else ():
        holder[key] = draw(NASTY | NASTY | SCALARS)
    return document


def _places(value: Any) -> list[tuple[Any, Any]]:
    """(holder, key) of everything inside that is no node."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    inside = [place for key in keys for place in _places(value[key])]
    own = [(value, key) for key in keys if not isinstance(value[key], list | dict) and key != "type"]
    return own + inside
