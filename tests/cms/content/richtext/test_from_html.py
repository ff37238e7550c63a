from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.content.richtext import Address, from_html, problems, to_html, to_text
from cms.content.richtext.from_html import MAX_HTML
from cms.content.richtext.model import MAX_DEPTH
from cms.kernel.errors import Invalid
from tests.cms.content.richtext.documents import NASTY

ID = "a" * 24
NAMES = (
    "p div h1 h3 h6 ul ol li blockquote table tbody caption tr td th pre b i em strong s del sup sub code a span font "
    "br hr img figure figcaption video source iframe script style title textarea select option svg math o:p dl dt "
    "dd body html form button center nav template noscript xmp plaintext marquee object"
)
TAGS = st.sampled_from(NAMES.split())
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' href="https://x.example/a b"',
        " href='javascript:alert(1)'",
        f' data-item="{ID}"',
        f' data-file="{ID}" alt="a  b"',
        ' data-video="https://v.example/"',
        ' src="//www.youtube.com/embed/abcdefghijk?rel=0"',
        ' style="font-weight:700; font-style: italic"',
        ' style="vertical-align:super; text-decoration: underline line-through"',
        ' style="vertical-align:baseline;text-decoration:none"',
        " style='mso-list:l0 level3 lfo1'",
        " style='mso-list:Ignore'",
        " class=MsoListParagraph",
        ' start="3" type="a" colspan="2" rowspan="99999"',
        " onclick=alert(1)",
        ' x="',
    ]
)
PIECES = st.one_of(
    st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
    TAGS.map("</{}>".format),
    st.text(max_size=6),
    NASTY,
    st.sampled_from(
        ["1. ", "\n\n", "&nbsp;", "&lt;", "&#0;", "&#xD800;", "<!--", "-->", "<![CDATA[", "<![if !x]>", "<"]
    ),
)
FOREIGN = st.lists(PIECES, max_size=40).map("".join)


def html_of(foreign: str) -> str:
    return to_html(from_html(foreign), lambda kind, id: Address(f"/{kind}/{id}"))


@settings(max_examples=300)
@given(FOREIGN)
def test_whatever_comes_in_a_valid_document_comes_out(foreign: str) -> None:
    assert problems(from_html(foreign), "body") == []


@settings(max_examples=300)
@given(FOREIGN)
def test_reading_what_was_written_changes_nothing_any_more(foreign: str) -> None:
    once = from_html(html_of(foreign))

    assert from_html(to_html(once, lambda kind, id: Address(f"/{kind}/{id}"))) == once


@pytest.mark.parametrize(
    ("foreign", "expected"),
    [
        ("", ""),
        ("words", "<p>words</p>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("  <p>\n a \t <b> b </b> c </p>\n", "<p>a <strong>b </strong>c</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>&nbsp;</p><p><br></p><p>a<br></p><h2> </h2>", "<p>a</p>"),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("<h1>A</h1><h2>B</h2><h5>C</h5>", "<h2>A</h2><h2>B</h2><h4>C</h4>"),
        ("<b>a</b><strong>b</strong>", "<p><strong>ab</strong></p>"),
        ("<i>a<b>b</b></i>", "<p><em>a</em><strong><em>b</em></strong></p>"),
        ("<u>a</u><s>b</s><sub>c</sub>", "<p>a<s>b</s><sub>c</sub></p>"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<li>a<li>b<p>c</p>", "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>"),
        ("<ul><li></li><li> </li></ul>", ""),
        ("<ul><li><h3>a</h3>b</li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ('<ol start="3" type="i"><li>a</ol>', '<ol start="3" type="i"><li>a</li></ol>'),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<dl><dt>a<dd>b</dl>", "<p>a</p><p>b</p>"),
        ("a<hr>b", "<p>a</p><hr><p>b</p>"),
        (
            "<table><thead><tr><th colspan=2>a</th></tr></thead><tr><td>b<td></table>",
            '<table><tbody><tr><th colspan="2">a</th></tr><tr><td>b</td><td></td></tr></tbody></table>',
        ),
        ("<pre>a\n  b</pre>", "<p><code>a<br>\u00a0\u00a0b</code></p>"),
        ("a &lt;b&gt; &amp;amp;", "<p>a &lt;b&gt; &amp;amp;</p>"),
        ("\ufeffa\u200bb\x00c&#1;", "<p>abc</p>"),
    ],
)
def test_html_is_read_as_browsers_show_it(foreign: str, expected: str) -> None:
    assert html_of(foreign) == expected


@pytest.mark.parametrize(
    "foreign",
    [
        "<script>x</script>",
        "<style>p{}</style>",
        "<!-- x -->",
        "<title>x</title>",
        "<img src=x onerror=alert(1)>",
        "<svg><text>x</text></svg>",
        "<iframe src='https://ads.example'>x</iframe>",
        "<template>x</template>",
        "<textarea>x</textarea>",
    ],
)
def test_what_is_no_text_is_left_out(foreign: str) -> None:
    assert html_of(f"a{foreign}b") == "<p>ab</p>"


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://x.example/a b", "https://x.example/a%20b"),
        (" https://x.example ", "https://x.example"),
        ("//x.example/a", "https://x.example/a"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+420 123", "tel:+420123"),
        ("/cs/novinky", "/cs/novinky"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("page.html", None),
        ("#top", None),
        ("file:///C:/x.doc", None),
        ("", None),
    ],
)
def test_only_safe_links_stay_links(href: str, kept: str | None) -> None:
    expected = f'<p><a href="{kept}">x</a></p>' if kept else "<p>x</p>"

    assert html_of(f'<a href="{href}" target="_blank" onclick="x()">x</a>') == expected


TO_ITEM = {"href": None, "item": ID, "file": None, "fragment": None}


def test_links_and_images_may_name_items_and_files() -> None:
    written = f'<p><a data-item="{ID}" href="/old">x</a></p><img data-file="{ID}" alt="sea" src="/old.jpg">'
    link, image = from_html(written)["content"]

    assert link["content"][0]["marks"] == [{"type": "link", "attrs": TO_ITEM}]
    assert image == {"type": "image", "attrs": {"file": ID, "alt": "sea", "caption": None}}


def test_a_caption_belongs_to_the_image_of_its_own_figure() -> None:
    known = f'<figure><img data-file="{ID}"><figcaption>Sea <b>view</b></figcaption></figure>'
    foreign = "<figure><img src=x><figcaption>Other</figcaption></figure>"
    image, words = from_html(known + foreign)["content"]

    assert image["attrs"]["caption"] == "Sea view"
    assert words == {"type": "paragraph", "content": [{"type": "text", "text": "Other"}]}


@pytest.mark.parametrize(
    ("foreign", "source"),
    [
        ('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>', "https://youtu.be/dQw4w9WgXcQ"),
        ('<iframe src="//www.youtube-nocookie.com/embed/dQw4w9WgXcQ"></iframe>', "https://youtu.be/dQw4w9WgXcQ"),
        ('<iframe src="https://player.vimeo.com/video/123456789#t=1">x</iframe>', "https://vimeo.com/123456789#t=1s"),
        ('<video src="https://x.example/v.mp4">no video</video>', "https://x.example/v.mp4"),
        ('<video><source src="/1.webm"><source src="/2.mp4">no video</video><source src="/3.mp4">', "/1.webm"),
    ],
)
def test_videos_are_kept_as_the_address_to_watch_them(foreign: str, source: str) -> None:
    assert from_html(foreign)["content"] == [{"type": "video", "attrs": {"src": source, "caption": None}}]


def test_lists_pasted_from_word_become_lists() -> None:
    def item(level: int, marker: str, words: str) -> str:
        return (
            f"<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-list:l0 level{level} lfo1'>"
            f"<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{marker}"
            f"<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"
            f"{words}<o:p></o:p></p>"
        )

    pasted = (
        "<p class=MsoNormal>Before:<o:p></o:p></p>"
        + item(1, "·", "one")
        + item(2, "o", "<b style='mso-bidi-font-weight:normal'>deeper</b>")
        + item(1, "·", "two")
        + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        + item(1, "3.", "three")
        + "<p class=MsoNormal>After</p>"
    )

    assert html_of(pasted) == (
        "<p>Before:</p><ul><li>one<ul><li><strong>deeper</strong></li></ul></li><li>two</li></ul>"
        '<ol start="3"><li>three</li></ol><p>After</p>'
    )


def test_text_pasted_from_google_docs_is_bold_only_where_it_shows_bold() -> None:
    pasted = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">'
        '<span style="font-weight:700">Clusters</span><span style="font-weight:400;font-style:italic"> meet</span>'
        "</p></b>"
    )

    assert html_of(pasted) == "<p><strong>Clusters</strong><em> meet</em></p>"


def test_deeper_nesting_than_the_model_has_is_flattened_without_losing_text() -> None:
    for opening in ("<blockquote>", "<ul><li>", "<table><tr><td>", "<div><ol><li><blockquote>"):
        document = from_html("".join(f"{opening}{number} " for number in range(200)))

        assert problems(document, "body") == []
        assert [word for word in to_text(document).split() if word.isdigit()] != []
        assert {str(number) for number in range(200)} <= set(
            to_text(document).replace("|", " ").replace(".", "").split()
        )


def test_word_lists_too_deep_for_the_model_are_flattened() -> None:
    quotes = "<blockquote>" * MAX_DEPTH
    document = from_html(f"{quotes}<p style='mso-list:l0 level9 lfo1'>a</p>")

    assert to_text(document) == "a"


def test_html_that_is_too_long_is_refused() -> None:
    for foreign in ("x" * (MAX_HTML + 1), "<br>x" * 20_000, "x" * 300_000):
        with pytest.raises(Invalid) as refused:
            from_html(foreign)
        assert {problem.code for problem in refused.value.problems} == {"TOO_LARGE"}


@pytest.mark.parametrize(
    "foreign",
    [
        "<p>" + "".join(f"<b a={number}>" for number in range(3000)) + "</p><p>x</p>" * 3000,
        "<div>" * 50_000 + "x",
        "<!--" * 50_000,
        "<" * 50_000,
        "&amp;" * 50_000,
        '<a x="' * 50_000,
    ],
    ids=["formatting", "nesting", "comments", "brackets", "entities", "quotes"],
)
def test_hostile_html_is_read_in_bounded_memory(foreign: str) -> None:
    assert len(str(from_html(foreign))) < 1_000_000


def test_any_string_is_read_even_halves_of_characters() -> None:
    documents: list[dict[str, Any]] = [from_html(text) for text in ("\ud800", "a\udfffb", "\x00")]

    assert [to_text(document) for document in documents] == ["", "ab", ""]


def test_headings_keep_the_ids_that_links_of_the_same_text_lead_to() -> None:
    """As it stands on pages new and old; what leads to another place of the foreign page becomes its words."""
    ours = '<a href="#dates">Dates</a>, <a href="#m%C3%ADsto">place</a>'
    theirs = '<a href="#_ftn1">[1]</a> <a href="#top">up</a>'
    html = html_of(
        f'<p>{ours}, {theirs}</p><h2 id="dates">Key <b>dates</b></h2><h3><a name="místo"></a>Place</h3><h2>Else</h2>'
    )

    assert html == (
        '<p><a href="#dates">Dates</a>, <a href="#místo">place</a>, [1] up</p>'
        '<h2 id="dates">Key <strong>dates</strong></h2><h3 id="místo">Place</h3><h2>Else</h2>'
    )


def test_links_to_items_and_files_keep_their_place() -> None:
    written = f'<p><a data-item="{ID}" href="/old#dates">x</a> <a data-file="{ID}" href="#page=3">y</a></p>'
    words = from_html(written)["content"][0]["content"]

    assert [one["marks"][0]["attrs"]["fragment"] for one in (words[0], words[2])] == ["dates", "page=3"]
