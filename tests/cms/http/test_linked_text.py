"""Links in the labels of consents."""

from cms.applications.pages.linked_text import linked
from tests.cms.applications.forms import form_with, question

LABEL = "I have read the [privacy notice](privacy) & the [rules](https://example.org/rules)."


def test_words_in_brackets_lead_to_the_notice_or_to_an_address() -> None:
    assert linked(LABEL, "/calls/a/en/b/privacy") == (
        'I have read the <a href="/calls/a/en/b/privacy" target="_blank" rel="noopener">privacy notice</a> &amp; the '
        '<a href="https://example.org/rules" target="_blank" rel="noopener">rules</a>.'
    )


def test_without_a_notice_its_words_stay_words() -> None:
    assert linked("The [privacy notice](privacy).", None) == "The privacy notice."


def test_nothing_else_becomes_markup() -> None:
    for text in (
        '<b>"x"</b>',
        "[x](javascript:alert(1))",
        "[x](http://example.org)",
        '[<i>](https://a.example/"onload=)',
    ):
        assert "<b>" not in linked(text, None) and "javascript:alert" not in linked(text, None).partition("<a")[2]
        assert "<i>" not in linked(text, None)


def test_everywhere_else_the_label_is_plain_words() -> None:
    asked = form_with(question("privacy", "consent", label={"en": LABEL})).questions["privacy"]

    assert asked.label == {"en": "I have read the privacy notice & the rules."}
