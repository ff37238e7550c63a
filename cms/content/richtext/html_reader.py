"""Reads the tags of any HTML and tells the builder what they mean in our model; what they mean to nobody is dropped."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from cms.content.richtext.address import is_safe_source
from cms.content.richtext.attributes import identifier
from cms.content.richtext.builder import Builder
from cms.content.richtext.characters import one_line
from cms.content.richtext.html_meaning import HEADINGS, Attributes, anchor_of, container_of, marks_of, style_of
from cms.content.richtext.inline import Node
from cms.content.richtext.places import without_dead_places
from cms.content.richtext.video_address import watch_address
from cms.content.richtext.word_lists import (
    end_second_paragraph,
    end_word_item,
    is_second_paragraph,
    is_word_list_marker,
    word_list_level,
)

_SKIPPED = "script style title template noscript textarea select svg math object embed applet audio canvas"
_BOUNDARIES = (
    "p div section article aside header footer main nav address center form fieldset legend figure figcaption dl dt dd "
    "details summary hgroup pre caption thead tbody tfoot body html blockquote ul ol menu dir li table tr td th "
    "h1 h2 h3 h4 h5 h6"
)
SKIPPED = frozenset(_SKIPPED.split())
BOUNDARIES = frozenset(_BOUNDARIES.split())
WIDE_SPACES = re.compile("^ +| {2,}")
LONGEST_ALT = 500
LONGEST_CAPTION = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside an element, restored when it ends. `capture` takes texts that belong to an attribute."""

    size: int = 1
    marks: tuple[Node, ...] = ()
    heading: int | None = None
    is_preformatted: bool = False
    is_skipped: bool = False
    has_plain_spaces: bool = False
    before_figure: Node | None = None
    capture: list[str] | None = None
    at_end: Callable[[], None] | None = None


class HtmlReader:
    """A parser target: `start`, `end`, `data`, then `close` gives the document."""

    def __init__(self) -> None:
        self.builder = Builder()
        self.state = _State()
        self.outer: list[_State] = []
        self.word_marker: list[str] = []
        self.awaits_source = False

    def start(self, tag: str, attributes: Attributes) -> None:
        self.outer.append(self.state)
        self.state = replace(self.state, size=len(self.builder.open), at_end=None)
        if tag == "source" and self.awaits_source:
            self._add_video(attributes.get("src"))
        if self.state.is_skipped or self.state.capture is not None:
            return
        if tag in BOUNDARIES:
            self.builder.end_textblock()
        if read := ELEMENTS.get(tag):
            read(self, tag, attributes)
        elif tag in SKIPPED:
            self._set(is_skipped=True)
        self._read_marks(tag, attributes)

    def end(self, tag: str) -> None:
        if self.state.at_end:
            self.state.at_end()
        if tag in BOUNDARIES and self.state.capture is None and not self.state.is_skipped:
            self.builder.end_textblock()
            self.builder.close_to(self.state.size)
        self.state = self.outer.pop()
        self.builder.heading = self.state.heading
        self.builder.inline.set_marks(list(self.state.marks))

    def data(self, text: str) -> None:
        if self.state.is_skipped:
            return
        if self.state.capture is not None:
            self.state.capture.append(text)
        elif self.state.is_preformatted:
            self._preformatted(text)
        else:
            plain = text.replace("\N{NO-BREAK SPACE}", " ") if self.state.has_plain_spaces else text
            self.builder.inline.text(plain)

    def close(self) -> Node:
        return without_dead_places(self.builder.finish())

    # -- elements -------------------------------------------------------------------------------------------------

    def _set(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)

    def _read_marks(self, tag: str, attributes: Attributes) -> None:
        if added := marks_of(tag, attributes):
            kept = [one for one in self.state.marks if one["type"] not in added]
            self._set(marks=(*kept, *(one for one in added.values() if one)))
            self.builder.inline.set_marks(list(self.state.marks))

    def heading(self, tag: str, attributes: Attributes) -> None:
        self._set(heading=HEADINGS[tag])
        self.builder.heading = HEADINGS[tag]
        self.builder.anchor = anchor_of(attributes)

    def anchor(self, tag: str, attributes: Attributes) -> None:
        """Older pages name a heading by `<a name="dates">` inside it."""
        if self.state.heading is not None and self.builder.anchor is None:
            self.builder.anchor = anchor_of(attributes)

    def container(self, tag: str, attributes: Attributes) -> None:
        self.builder.start(container_of(tag, attributes))

    def line_break(self, tag: str, attributes: Attributes) -> None:
        self.builder.inline.line_break()

    def rule(self, tag: str, attributes: Attributes) -> None:
        self.builder.leaf({"type": "horizontalRule"})

    def paragraph(self, tag: str, attributes: Attributes) -> None:
        level = word_list_level(style_of(attributes))
        if level is not None:
            self.word_marker = []
            self._set(at_end=lambda: end_word_item(self.builder, level, "".join(self.word_marker)))
        elif is_second_paragraph(attributes.get("class", "")):
            self._set(at_end=lambda: end_second_paragraph(self.builder))

    def span(self, tag: str, attributes: Attributes) -> None:
        if is_word_list_marker(style_of(attributes)):
            self._set(capture=self.word_marker)
        elif attributes.get("class") == "Apple-converted-space":
            self._set(has_plain_spaces=True)

    def preformatted(self, tag: str, attributes: Attributes) -> None:
        self._set(is_preformatted=True)

    def image(self, tag: str, attributes: Attributes) -> None:
        """A foreign image has no file here: the importer has to store it and name it in `data-file`."""
        file, alt = attributes.get("data-file"), attributes.get("alt")
        if identifier(file):
            described = None if alt is None else one_line(alt)[:LONGEST_ALT]
            self.builder.leaf({"type": "image", "attrs": {"file": file, "alt": described, "caption": None}})

    def video(self, tag: str, attributes: Attributes) -> None:
        """The first source counts; the text inside is for browsers that play none."""
        self.awaits_source = True
        self._set(is_skipped=True, at_end=self._end_video)
        self._add_video(attributes.get("src"))

    def _end_video(self) -> None:
        self.awaits_source = False

    def frame(self, tag: str, attributes: Attributes) -> None:
        self._set(is_skipped=True)
        self._add_video(watch_address(attributes.get("src", "")))

    def figure(self, tag: str, attributes: Attributes) -> None:
        source = attributes.get("data-video")
        words: list[str] = []
        self._set(before_figure=self.builder.last_leaf())
        if is_safe_source(source):
            self._set(capture=words, at_end=lambda: self._add_video(source, _caption(words, unless=source)))

    def caption(self, tag: str, attributes: Attributes) -> None:
        media = self.builder.last_leaf()
        words: list[str] = []
        if media and media is not self.state.before_figure and "attrs" in media:
            self._set(capture=words, at_end=lambda: media["attrs"].update(caption=_caption(words)))

    def _add_video(self, source: str | None, caption: str | None = None) -> None:
        if is_safe_source(source):
            self.awaits_source = False
            self.builder.leaf({"type": "video", "attrs": {"src": source, "caption": caption}})

    def _preformatted(self, text: str) -> None:
        for number, line in enumerate(text.replace("\r", "").split("\n")):
            if number:
                self.builder.inline.line_break()
            kept = WIDE_SPACES.sub(lambda run: "\N{NO-BREAK SPACE}" * len(run[0]), line.expandtabs(4))
            self.builder.inline.text(kept)


def _caption(words: list[str], unless: str | None = None) -> str | None:
    caption = one_line("".join(words))[:LONGEST_CAPTION].rstrip()
    return caption if caption and caption != unless else None


ELEMENTS: dict[str, Callable[[HtmlReader, str, Attributes], None]] = {
    **dict.fromkeys(HEADINGS, HtmlReader.heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir", "li", "blockquote", "table", "tr", "td", "th"), HtmlReader.container),
    "a": HtmlReader.anchor,
    "br": HtmlReader.line_break,
    "hr": HtmlReader.rule,
    "p": HtmlReader.paragraph,
    "span": HtmlReader.span,
    "pre": HtmlReader.preformatted,
    "img": HtmlReader.image,
    "video": HtmlReader.video,
    "iframe": HtmlReader.frame,
    "figure": HtmlReader.figure,
    "figcaption": HtmlReader.caption,
}
