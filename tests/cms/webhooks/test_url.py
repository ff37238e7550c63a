"""What addresses of webhooks may look like."""

import pytest

from cms.webhooks.networks import allowed_networks
from cms.webhooks.url import url_problems


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/hooks/cms?key=1",
        "http://example.org",
        "https://example.org:8443/",
        "https://1.1.1.1/hook",
        "https://[2606:4700:4700::1111]/hook",
        "https://klastr.přiklad.cz/háček",
        "https://example.org./",
        "http://example.org:80/",
    ],
)
def test_addresses_on_the_internet_are_taken(url: str) -> None:
    assert url_problems(url, ()) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "NOT_A_URL"),
        ("example.org/hook", "NOT_A_URL"),
        ("/hook", "NOT_A_URL"),
        ("ftp://example.org/", "NOT_A_URL"),
        ("file:///etc/passwd", "NOT_A_URL"),
        ("gopher://example.org/", "NOT_A_URL"),
        ("javascript:alert(1)", "NOT_A_URL"),
        ("http://", "NOT_A_URL"),
        ("http://exa mple.org/", "NOT_A_URL"),
        ("http://example.org:99999/", "PORT_NOT_ALLOWED"),
        ("http://example.org/\r\nX: y", "NOT_A_URL"),
        ("http://exam%2fple.org/", "NOT_A_URL"),
        ("http://example.org%00.example.com/", "NOT_A_URL"),
        ("http://[::1%25lo]/", "NOT_A_URL"),
        ("http://-/", "NOT_A_URL"),
        ("https://name:word@example.org/", "HAS_CREDENTIALS"),
        ("https://name@example.org/", "HAS_CREDENTIALS"),
        ("https://example.org/#part", "HAS_FRAGMENT"),
        ("http://example.org:22/", "PORT_NOT_ALLOWED"),
        ("http://example.org:25/", "PORT_NOT_ALLOWED"),
        ("http://example.org:0/", "PORT_NOT_ALLOWED"),
        ("http://2130706433/", "NOT_A_URL"),
        ("http://017700000001/", "NOT_A_URL"),
        ("http://0x7f000001/", "NOT_A_URL"),
        ("http://0177.0.0.1/", "NOT_A_URL"),
        ("http://0x7f.0.0.1/", "NOT_A_URL"),
        ("http://127.1/", "NOT_A_URL"),
        ("http://127.0.0.1/", "NOT_ALLOWED"),
        ("http://127.0.0.1./", "NOT_A_URL"),
        ("http://[::1]/", "NOT_ALLOWED"),
        ("http://[::ffff:127.0.0.1]/", "NOT_ALLOWED"),
        ("http://[::ffff:7f00:1]/", "NOT_ALLOWED"),
        ("http://[fe80::1]/", "NOT_ALLOWED"),
        ("http://169.254.169.254/latest/meta-data/", "NOT_ALLOWED"),
        ("http://10.0.0.1:8080/", "NOT_ALLOWED"),
        ("http://１２７.０.０.１/", "NOT_A_URL"),
        ("http://①②⑦.⓪.⓪.①/", "NOT_A_URL"),
        ("https://example.org/" + "a" * 2_000, "TOO_LONG"),
    ],
)
def test_others_are_refused_with_a_reason(url: str, code: str) -> None:
    [problem] = url_problems(url, ())

    assert (problem.field, problem.code) == ("url", code)


def test_networks_of_one_s_own_are_taken_where_the_settings_say_so() -> None:
    assert url_problems("http://127.0.0.1:8080/", allowed_networks("127.0.0.0/8")) == []
