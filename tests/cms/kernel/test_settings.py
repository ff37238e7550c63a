"""Settings come from the environment, are checked as a whole, and are documented in one place."""

import os
import re
from pathlib import Path

import pytest

from cms.kernel.settings import PREFIX, Settings, SettingsError, load_settings, unknown_variables
from cms.kernel.settings_reference import settings_reference
from schema.limits import Limits

ROOT = Path(__file__).parents[3]
KEY = "k" * 32


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


def refusal(**given: object) -> str:
    with pytest.raises(SettingsError) as refused:
        load_settings(**given)
    message = str(refused.value)
    assert "\n" not in message
    return message


def test_nothing_needs_to_be_set() -> None:
    settings = load_settings()

    assert (settings.host, settings.port, settings.data_dir) == ("127.0.0.1", 8000, Path("data"))
    assert settings.mongodb_url is settings.s3_endpoint is settings.secret_key is None


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_PORT", "8123")
    monkeypatch.setenv("CMS_PUBLIC_URL", "https://cms.example.org/")

    settings = load_settings()

    assert settings.port == 8123
    assert settings.public_url == "https://cms.example.org"


def test_what_is_given_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_PORT", "8123")

    assert load_settings(port=9000).port == 9000
    assert load_settings(port=None).port == 8123


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_SMTP_URL", "")

    assert load_settings().smtp_url is None


@pytest.mark.parametrize(
    ("variable", "value", "advice"),
    [
        ("CMS_PORT", "http", "valid integer"),
        ("CMS_PORT", "65536", "less than or equal to 65535"),
        ("CMS_PORT", "tcp://10.0.0.1:80", "valid integer"),
        ("CMS_MONGODB_URL", "localhost:27017", "write it like mongodb://"),
        ("CMS_S3_ENDPOINT", "minio:9000", "write scheme, host and port only"),
        ("CMS_S3_ENDPOINT", "https://example.org/minio", "write scheme, host and port only"),
        ("CMS_PUBLIC_URL", "cms.example.org", "write scheme, host and port only"),
        ("CMS_SECRET_KEY", "short", "at least 32 random characters"),
        ("CMS_FILE_DELIVERY", "proxy", "'auto', 'redirect' or 'stream'"),
        ("CMS_LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
        ("CMS_SMTP_URL", "mail.example.org", "write it like smtp://"),
        ("CMS_QUERY_MAX_DEPTH", "0", "greater than or equal to 1"),
        ("CMS_QUERY_TIMEOUT_SECONDS", "-1", "greater than 0"),
        ("CMS_MONGODB_DATABASE", "a/b", "match pattern"),
        ("CMS_S3_BUCKET", "My Files", "match pattern"),
    ],
)
def test_a_bad_value_is_refused_by_name_with_advice(
    variable: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)

    message = refusal()

    assert message.startswith(f"{variable} cannot be used: ")
    assert advice in message


def test_a_refusal_does_not_show_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMS_MONGODB_URL", "postgres://user:hush@host")
    monkeypatch.setenv("CMS_SECRET_KEY", "hush")

    assert "hush" not in refusal()


def test_secrets_are_not_printed() -> None:
    settings = load_settings(mongodb_url="mongodb://user:hush@host/", secret_key="hush" * 8)

    assert "hush" not in repr(settings) + str(settings) + settings.model_dump_json()


def test_own_mongodb_needs_a_secret_key() -> None:
    assert refusal(mongodb_url="mongodb://host/").startswith("CMS_SECRET_KEY is missing: with CMS_MONGODB_URL")
    assert load_settings(mongodb_url="mongodb://host/", secret_key=KEY)


@pytest.mark.parametrize("missing", ["s3_endpoint", "s3_access_key", "s3_secret_key"])
def test_own_s3_server_needs_all_of_its_settings(missing: str) -> None:
    given = {"s3_endpoint": "http://minio:9000", "s3_access_key": "a", "s3_secret_key": "b"}
    assert load_settings(**given)

    given.pop(missing)

    assert refusal(**given).startswith(f"CMS_{missing.upper()} is missing: set all of CMS_S3_ENDPOINT")


def test_a_misspelled_variable_is_found() -> None:
    found = unknown_variables({"CMS_MONGO_URL": "x", "CMS_PORT": "1", "CMS_ZZ": "x", "PATH": "/bin"})

    assert found == {"CMS_MONGO_URL": "CMS_MONGODB_URL", "CMS_ZZ": None}


def test_query_limits_are_those_of_the_schema() -> None:
    settings, limits = load_settings(), Limits()

    assert settings.query_max_depth == limits.max_depth
    assert settings.query_max_tokens == limits.max_tokens
    assert settings.query_max_aliases == limits.max_aliases
    assert settings.query_max_cost == limits.max_cost
    assert settings.query_max_page_size == limits.max_page_size
    assert settings.query_max_answer_bytes == limits.max_answer_bytes
    assert settings.query_timeout_seconds == limits.timeout_seconds


def test_every_setting_says_what_it_does() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_reference_is_up_to_date() -> None:
    assert (ROOT / "docs" / "settings.md").read_text("utf-8") == settings_reference(), "run: make docs"


def test_only_settings_read_the_environment() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for folder in ("cms", "schema", "storage")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"\bos\.(environ|getenv)|from os import", path.read_text("utf-8"))
    ]

    assert [path for path in readers if not path.startswith("storage/embedded/")] == ["cms/kernel/settings.py"]
