import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.richtext import from_html, shorten, summary


def test_the_summary_is_the_first_paragraph_that_says_something() -> None:
    assert summary(from_html("<h2>Title</h2><ul><li>Clusters <b>meet</b><br>regions</ul><p>Later")) == (
        "Clusters meet regions"
    )
    assert summary(from_html("<h2>Title</h2>")) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clusters meet", "Clusters meet"),
        ("Clusters meet regions", "Clusters meet…"),
        ("Clusters, meeting in Iași", "Clusters…"),
        ("  Clusters\n meet  ", "Clusters meet"),
        ("Clustersmeetregions", "Clustersmeetr…"),
    ],
)
def test_a_long_text_is_cut_after_a_word(text: str, expected: str) -> None:
    assert shorten(text, 14) == expected


@given(st.text(max_size=400), st.integers(1, 200))
def test_a_shortened_text_is_the_beginning_of_the_text_and_never_too_long(text: str, length: int) -> None:
    short = shorten(text, length)
    line = " ".join(text.split())

    assert len(short) <= length
    assert line == short or (line.startswith(short.removesuffix("…")) and short.endswith("…"))
