"""The address of a preview: a template that leads to the regional site, filled so that nothing breaks out of it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content.rules.preview_address import preview_address, template_fault

TEMPLATE = "https://example.org/preview?token={token}&locale={locale}&path={path}"


@pytest.mark.parametrize(
    "template",
    [
        "https://example.org/preview",
        "https://example.org/preview?token={Token}",
        "https://example.org/{token}?x={secret}",
        "https://example.org/{token}?x={",
        "https://{token}.example.org/",
        "https://example.org/{token}}",
    ],
)
def test_templates_that_would_not_work_are_named(template: str) -> None:
    assert template_fault(template)


@pytest.mark.parametrize("template", [TEMPLATE, "http://localhost:3000{path}?preview={token}"])
def test_good_templates_have_no_fault(template: str) -> None:
    assert template_fault(template) is None


@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_what_is_filled_in_comes_out_as_it_was(token: str, locale: str, path: str) -> None:
    parts = urlsplit(preview_address(TEMPLATE, token=token, locale=locale, path=f"/{path}"))

    assert (parts.scheme, parts.netloc, parts.path, parts.fragment) == ("https", "example.org", "/preview", "")
    assert parse_qs(parts.query) == {"token": [token], "locale": [locale], "path": [f"/{path}"]}
