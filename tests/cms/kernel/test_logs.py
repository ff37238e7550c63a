"""The lines of the log."""

import io
import json
import logging
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
import uvicorn
from hypothesis import given
from hypothesis import strategies as st

from cms.kernel.log_redaction import HIDDEN, redact, redacted_text
from cms.kernel.logs import Format, configure_logs


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, of_structlog = list(root.handlers), root.level, structlog.get_config()
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    structlog.configure(**of_structlog)


def configured(form: Format, level: str = "info") -> io.StringIO:
    written = io.StringIO()
    configure_logs(form, level, written)
    return written


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_an_event_is_one_line_of_json() -> None:
    written = configured("json")

    structlog.get_logger().info("published", item="abc", locales=["en", "cs"])

    (line,) = lines(written)
    assert list(line)[:3] == ["timestamp", "level", "event"]
    assert (line["event"], line["level"], line["item"], line["locales"]) == ("published", "info", "abc", ["en", "cs"])
    assert line["timestamp"].endswith("Z")


def test_an_event_for_people_is_one_line_without_colours_in_a_file() -> None:
    written = configured("console")

    structlog.get_logger().info("published", item="abc")

    assert "published" in written.getvalue()
    assert "item=abc" in written.getvalue()
    assert "\x1b" not in written.getvalue()
    assert written.getvalue().count("\n") == 1


@pytest.mark.parametrize("name", ["motor", "uvicorn.error", "uvicorn"])
def test_lines_of_libraries_come_out_the_same(name: str) -> None:
    uvicorn.Config("app:app")  # sets up its own loggers, which are taken over
    written = configured("json")

    with structlog.contextvars.bound_contextvars(request_id="abc"):
        logging.getLogger(name).warning("slow: %s", "3 s")

    (line,) = lines(written)
    assert (line["event"], line["level"], line["request_id"]) == ("slow: 3 s", "warning", "abc")


def test_messages_of_uvicorn_are_written_once() -> None:
    written = configured("json")

    logging.getLogger("uvicorn.error").info("Started %d", 5, extra={"color_message": "Started \x1b[36m%d\x1b[0m"})

    assert lines(written)[0]["event"] == "Started 5"
    assert "color_message" not in lines(written)[0]


def test_access_lines_of_uvicorn_are_not_written_twice() -> None:
    written = configured("json")

    logging.getLogger("uvicorn.access").info("GET /")

    assert written.getvalue() == ""


@pytest.mark.parametrize("form", ["json", "console"])
def test_less_important_lines_are_left_out(form: Format) -> None:
    written = configured(form, "warning")

    structlog.get_logger().info("small")
    logging.getLogger("motor").info("small")
    structlog.get_logger().error("large")

    assert "small" not in written.getvalue()
    assert "large" in written.getvalue()


@pytest.mark.parametrize("form", ["json", "console"])
def test_exceptions_are_written_without_their_secrets(form: Format) -> None:
    written = configured(form)
    address = "mongodb://admin:hunter2@db.example.org/cms"

    for logger in (structlog.get_logger(), logging.getLogger("motor")):
        password = "a secret in a variable"
        try:
            raise ValueError(f"cannot reach {address}", len(password))
        except ValueError:
            logger.exception("failed")

    assert written.getvalue().count("ValueError") >= 2
    assert "secret in a variable" not in written.getvalue().replace('"a secret in a variable"', "")
    assert "Warning" not in written.getvalue()
    assert "db.example.org" in written.getvalue()
    assert "hunter2" not in written.getvalue()


def test_warnings_are_logged() -> None:
    written = configured("json")

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("soon gone", stacklevel=1)

    assert "soon gone" in lines(written)[0]["event"]


def test_what_json_cannot_say_is_still_written() -> None:
    written = configured("json")

    structlog.get_logger().info("odd", value=object(), pair={1: {2, 3}}, text=b"bytes", broken="\ud800", huge=10**30)

    assert lines(written)[0]["event"] == "odd"


def clean(**event: object) -> dict[str, Any]:
    return dict(redact(None, "info", event))


SECRET_NAMES = [
    *("password", "PASSWORD", "new_password", "token", "access_token", "secret_key", "s3_secret", "authorization"),
    *("Authorization", "cookie", "set-cookie", "apikey", "api_key", "x-api-key", "access_key", "signature"),
    *("credentials", "passphrase", "session_id"),
]


@pytest.mark.parametrize("name", SECRET_NAMES)
def test_fields_with_secret_names_are_hidden(name: str) -> None:
    assert clean(**{name: "hunter2"}) == {name: HIDDEN}
    assert clean(headers={name: "hunter2"}) == {"headers": {name: HIDDEN}}
    assert clean(list=[{name: ["hunter2"]}]) == {"list": [{name: HIDDEN}]}


def test_numbers_are_no_secrets() -> None:
    assert clean(tokens=15, password_set=True, token=None) == {"tokens": 15, "password_set": True, "token": None}


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("https://s3/b/k?X-Amz-Date=1&X-Amz-Signature=abc&z=1", f"https://s3/b/k?X-Amz-Date=1&X-Amz-Signature={HIDDEN}&z=1"),
        ("https://s3/b/k?X-Amz-Credential=key%2F2026", f"https://s3/b/k?X-Amz-Credential={HIDDEN}"),
        ("Authorization: Bearer abcdefgh.ijk", f"Authorization: Bearer {HIDDEN}"),
        ("Basic aGVsbG86d29ybGQ=", f"Basic {HIDDEN}"),
        ("mongodb://admin:hunter2@db/cms", f"mongodb://admin:{HIDDEN}@db/cms"),
        ("smtp://me:p%40ss@mail:587 failed", f"smtp://me:{HIDDEN}@mail:587 failed"),
        ("/page?preview=abc.def&x=1", f"/page?preview={HIDDEN}&x=1"),
        ("https://example.org:8000/a@b", "https://example.org:8000/a@b"),
        ("a = b, nothing to hide", "a = b, nothing to hide"),
        ("plain", "plain"),
    ],
)  # fmt: skip
def test_secrets_inside_texts_are_hidden(text: str, cleaned: str) -> None:
    assert redacted_text(text) == cleaned
    assert clean(url=text, inside=[text]) == {"url": cleaned, "inside": [cleaned]}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=30,
    )
)
def test_any_event_can_be_cleaned(value: object) -> None:
    assert "hunter2" not in str(clean(value=value, inside={"password": "hunter2", "x": value}))


def test_endless_events_are_cut() -> None:
    endless: list[Any] = []
    endless.append(endless)

    assert HIDDEN in str(clean(value=endless))
