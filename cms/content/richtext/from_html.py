"""Foreign HTML, from another CMS, Word or a web page, as a rich text of our model.

It is read by libxml2 in one linear pass and only what the model knows is taken over, so nothing has to be sanitised
afterwards. A sanitiser that follows the HTML standard's tree construction (nh3) was measured and left out: 65 KB of
unclosed formatting tags grew to 2 GB in it, 500 KB of nested elements took a minute.
"""

from typing import Any

from lxml.html import HTMLParser

from cms.content.richtext.characters import UNPRINTABLE
from cms.content.richtext.check import problems
from cms.content.richtext.html_reader import HtmlReader
from cms.kernel.errors import Invalid, Problem

MAX_HTML = 1_000_000


def from_html(html: str) -> dict[str, Any]:
    """A document without problems, with one empty paragraph if there is nothing to read in `html`.

    Links keep web, mail and telephone addresses and those from the root; images need `data-file`, links to items and
    files may have `data-item` and `data-file`, as `to_html` writes them. Invalid: too long.
    """
    if len(html) > MAX_HTML:
        raise Invalid([Problem("", "TOO_LARGE", f"This HTML has more than {MAX_HTML} characters; bring it in parts.")])
    doc = _read(html)
    if found := problems(doc, ""):
        raise Invalid(found)
    return doc


def _read(html: str) -> dict[str, Any]:
    parser = HTMLParser(target=HtmlReader(), encoding="utf-8")
    # The parser refuses empty input, and takes text before any element for a document of its own.
    parser.feed(b"<html><body>" + UNPRINTABLE.sub("", html).encode())
    return parser.close()
