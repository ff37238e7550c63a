"""The compose file: whole, without secrets, and true to the program and its settings."""

import os
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
import typer.main

from cms.commands.program import app
from cms.kernel.settings import PREFIX, Settings, load_settings
from tests.platform.compose_file import ROOT, interpolated, load, uses

TEXT = (ROOT / "docker-compose.yml").read_text("utf-8")
COMPOSE = load()
SERVICES: dict[str, Any] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if "build" in service]
EXAMPLE = (ROOT / ".env.example").read_text("utf-8")
FILLED_IN = {
    "MONGODB_ROOT_PASSWORD": "a" * 48,
    "MONGODB_PASSWORD": "b" * 48,
    "MONGODB_KEY": "c" * 48,
    "MINIO_ROOT_USER": "files",
    "MINIO_ROOT_PASSWORD": "d" * 48,
    "CMS_SECRET_KEY": "e" * 64,
}


def environment(service: str) -> dict[str, str]:
    return load(interpolated(TEXT, FILLED_IN))["services"][service]["environment"]


def settings_of(service: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    for name, value in environment(service).items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_all_promised_services_are_there() -> None:
    assert set(SERVICES) == {"app", "worker", "mongodb", "s3", "mail"}
    assert OURS == ["app", "worker"]


def test_every_named_volume_and_config_is_declared_and_used() -> None:
    mounted = {mount.partition(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])}
    configs = {each["source"] for service in SERVICES.values() for each in service.get("configs", [])}

    assert mounted == set(COMPOSE["volumes"])
    assert configs == set(COMPOSE["configs"])


def test_services_wait_for_services_that_can_say_they_are_healthy() -> None:
    for name, service in SERVICES.items():
        for other, how in service.get("depends_on", {}).items():
            assert how == {"condition": "service_healthy"}, name
            assert "healthcheck" in SERVICES[other] or other in OURS, f"{name} waits for {other}"


def test_every_service_is_checked_or_says_why_not() -> None:
    unchecked = [name for name in SERVICES if SERVICES[name].get("healthcheck", {}).get("disable")]

    assert unchecked == ["worker"]
    assert all("healthcheck" in SERVICES[name] for name in SERVICES if name not in OURS)


@pytest.mark.parametrize("service", OURS)
def test_commands_are_commands_of_the_cms(service: str) -> None:
    group: Any = typer.main.get_command(app)
    arguments = list(SERVICES[service]["command"])

    with group.make_context("cms", list(arguments)) as context:
        name, command, rest = group.resolve_command(context, arguments)
        command.make_context(name, rest, parent=context).close()


@pytest.mark.parametrize("service", OURS)
def test_only_documented_settings_are_used(service: str) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}

    assert set(SERVICES[service]["environment"]) <= known


@pytest.mark.parametrize("service", OURS)
def test_the_settings_are_good_and_start_nothing_embedded(service: str, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(service, monkeypatch)

    assert settings.mongodb_url is not None
    assert (
        settings.mongodb_url.get_secret_value()
        == f"mongodb://cms:{'b' * 48}@mongodb:27017/?replicaSet=cms&authSource=admin"
    )
    assert settings.s3_endpoint == "http://s3:9000"
    assert settings.s3_public_url == "http://localhost:9000"
    assert settings.public_url == "http://localhost:8000"
    assert settings.smtp_url is not None
    assert settings.smtp_url.get_secret_value() == "smtp://mail:1025"


def test_addresses_lead_to_services() -> None:
    values = environment("app")
    names = ("CMS_MONGODB_URL", "CMS_S3_ENDPOINT", "CMS_SMTP_URL")

    assert [urlsplit(values[name]).hostname for name in names] == ["mongodb", "s3", "mail"]


def test_both_processes_have_the_same_settings() -> None:
    assert environment("app") == environment("worker")


def test_no_secret_is_in_the_file() -> None:
    secret = re.compile(r"PASSWORD|SECRET|KEY")
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if secret.search(name):
                assert re.fullmatch(r"\$\{\w+:\?[^}]+\}", str(value)), name


@pytest.mark.parametrize("missing", sorted(FILLED_IN))
def test_what_is_needed_is_asked_for(missing: str) -> None:
    with pytest.raises(KeyError, match=missing):
        interpolated(TEXT, {name: value for name, value in FILLED_IN.items() if name != missing})


def test_a_missing_variable_says_what_to_do() -> None:
    assert {rest for _, kind, rest in uses(TEXT) if kind == "?"} == {"set it in .env, see .env.example"}
    assert [name for name, kind, _ in uses(TEXT) if not kind] == []


def test_every_variable_is_in_the_example_and_the_other_way_round() -> None:
    explained = dict(re.findall(r"^#?([A-Z]\w+)=(.*)$", EXAMPLE, re.MULTILINE))
    required = set(re.findall(r"^([A-Z]\w+)=", EXAMPLE, re.MULTILINE))

    assert {name for name, _, _ in uses(TEXT)} == set(explained)
    assert required == set(FILLED_IN) == {name for name, kind, _ in uses(TEXT) if kind == "?"}
    assert all(explained[name] == "" for name in required)


def test_the_example_shows_the_defaults() -> None:
    shown = dict(re.findall(r"^#((?:\w+_IMAGE|\w+_PORT|PUBLISH_ADDRESS))=(.*)$", EXAMPLE, re.MULTILINE))

    assert shown == {name: rest for name, kind, rest in uses(TEXT) if kind == "-" and name in shown}
    assert {"MINIO_IMAGE", "MONGODB_IMAGE", "MAIL_IMAGE", "CMS_IMAGE"} <= set(shown)


def test_every_image_is_a_variable_with_a_pinned_default() -> None:
    for name, service in SERVICES.items():
        match = re.fullmatch(r"\$\{\w+_IMAGE:-([^}]+)\}", service["image"])
        assert match, name
        assert name in OURS or re.search(r":[^/]*\d", match[1]), name


def test_minio_comes_from_a_registry_that_has_it() -> None:
    """MinIO's repositories on Docker Hub were removed; its own second registry still has the last release."""
    assert ":-quay.io/minio/minio:RELEASE." in SERVICES["s3"]["image"]


def test_nothing_is_published_to_other_machines_unless_asked() -> None:
    published = [port for service in SERVICES.values() for port in service.get("ports", [])]

    assert published
    assert all(port.startswith("${PUBLISH_ADDRESS:-127.0.0.1}:") for port in published)


def test_mongodb_has_users_and_a_key() -> None:
    command = SERVICES["mongodb"]["command"][0]

    assert "--replSet cms --keyFile" in command
    assert "chmod 400" in command


def test_the_filled_in_file_is_never_committed() -> None:
    assert "/.env" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


@pytest.mark.parametrize("service", OURS)
def test_what_comes_in_lies_on_the_disk_and_not_in_memory(service: str) -> None:
    """The container's own file system is read-only, and its /tmp is memory."""
    image = (ROOT / "Dockerfile").read_text("utf-8")
    data = re.search(r"CMS_DATA_DIR=(\S+)", image)
    in_memory = [mount.partition(":")[0] for mount in SERVICES[service]["tmpfs"]]

    assert data and re.search(rf"^VOLUME {data[1]}$", image, re.MULTILINE)
    assert "CMS_DATA_DIR" not in environment(service)
    assert not any(data[1].startswith(one) for one in in_memory)
