"""The image: two stages, everything by hash, not root, and only what the CMS needs."""

import re

from bootstrap.admin_ui import BUILT
from cms.kernel.settings import PREFIX, Settings
from tests.platform.compose_file import ROOT

TEXT = re.sub(r"\\\n\s*", " ", (ROOT / "Dockerfile").read_text("utf-8"))
INSTRUCTIONS = [line.split(None, 1) for line in TEXT.splitlines() if line and not line.startswith("#")]
STAGES = [place for place, (name, _) in enumerate(INSTRUCTIONS) if name == "FROM"]
BUILD, FINAL = INSTRUCTIONS[: STAGES[-1]], INSTRUCTIONS[STAGES[-1] :]


def named(instructions: list[list[str]], name: str) -> list[str]:
    return [rest for found, rest in instructions if found == name]


def copied_from_the_checkout() -> list[str]:
    """Top folders; of one a part may be copied alone."""
    sources = [rest.split()[0] for rest in named(INSTRUCTIONS, "COPY") if "--from" not in rest]
    assert all((ROOT / source).exists() for source in sources)
    return [source.split("/")[0] for source in sources]


def test_the_base_is_a_pinned_python_that_we_support() -> None:
    version = re.search(r"PYTHON_IMAGE=python:3\.(\d+)-slim-\w+", named(BUILD, "ARG")[0])

    assert version
    assert int(version[1]) >= 11
    assert all(rest.startswith("${PYTHON_IMAGE}") for rest in named(INSTRUCTIONS, "FROM"))


def test_packages_are_installed_by_hash_in_the_first_stage() -> None:
    installs = [rest for rest in named(BUILD, "RUN") if "pip" in rest]

    assert len(installs) == 2
    assert all("--require-hashes" in rest for rest in installs)
    assert not [rest for rest in named(FINAL, "RUN") if "pip" in rest]


def test_it_does_not_run_as_root() -> None:
    assert named(FINAL, "USER") == ["cms"]
    order = [name for name, _ in FINAL]
    assert order.index("USER") > max(place for place, name in enumerate(order) if name in {"RUN", "COPY"})


def test_what_is_copied_exists_and_is_not_ignored() -> None:
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[:1] == "!"}

    assert all((ROOT / source).is_dir() for source in copied_from_the_checkout())
    assert set(copied_from_the_checkout()) == let_through


def test_every_package_of_the_wheel_is_in_the_image() -> None:
    wheel = re.search(r"^packages = \[(.*)\]$", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)

    assert wheel
    assert set(re.findall(r'"(\w+)"', wheel[1])) == set(copied_from_the_checkout()) - {
        "requirements",
        "bootstrap",
        "admin_ui",
    }


def test_the_interface_of_editors_is_built_and_taken_over() -> None:
    built = "cms/http/admin/built"

    assert any("build_admin_ui()" in rest for rest in named(BUILD, "RUN"))
    assert f"--from=interface /build/{built} {built}" in named(FINAL, "COPY")
    assert ROOT / built == BUILT


def test_it_says_whether_it_is_healthy() -> None:
    assert "/healthz" in named(FINAL, "HEALTHCHECK")[0]


def test_it_starts_the_cms() -> None:
    assert named(FINAL, "ENTRYPOINT") == ['["python", "-P", "-m", "cms.cli"]']
    assert named(FINAL, "CMD") == ['["serve"]']


def test_only_documented_settings_are_used() -> None:
    used = set(re.findall(rf"\b{PREFIX}\w+", TEXT))

    assert used <= {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


def test_data_survives_the_container() -> None:
    environment = " ".join(named(FINAL, "ENV"))

    assert named(FINAL, "VOLUME") == ["/data"]
    assert "CMS_DATA_DIR=/data" in environment


def test_nothing_else_of_the_checkout_reaches_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()

    assert next(line for line in lines if not line.startswith("#")) == "*"
