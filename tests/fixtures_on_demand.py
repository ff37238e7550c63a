"""Shared fixtures are imported when a module of tests asks for them: one test of a rule would otherwise wait for the
import of the whole CMS, of both schemas and of Playwright."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = (
    "tests.real_engines",
    "tests.seaweedfs",
    "tests.services",
    "tests.cms_program",
    "tests.delivery",
    "tests.journeys.cms_process",
    "tests.browser",
    "tests.whole_sites",
    "tests.applying",
    "tests.reviewing",
    "tests.journeys.calls_site",
)
BESIDE = {"hypothesis": "tests.unhurried"}
"""{imported package: what is to be set up before it is used}."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
pytest.register_assert_rewrite(*SHARED)  # a module of tests may import one before another asks for its fixtures
BY_NAME = ("usefixtures", "getfixturevalue")


def pytest_configure(config: pytest.Config) -> None:
    """`pytest --fixtures` shows all of them."""
    if config.getoption("showfixtures"):
        _load(config, SHARED)


@pytest.hookimpl(tryfirst=True)
def pytest_make_collect_report(collector: pytest.Collector) -> None:
    """Before pytest imports the module. It makes collectors of its neighbours too, but does not ask these for tests."""
    if isinstance(collector, pytest.Module):
        _load(collector.config, needed_by(collector.path))


def _load(config: pytest.Config, names: tuple[str, ...]) -> None:
    for name in names:
        config.pluginmanager.import_plugin(name)


def needed_by(module_path: Path) -> tuple[str, ...]:
    """The modules of `SHARED` and `BESIDE` that this one, or a conftest.py above it, asks for, in their order."""
    paths = [module_path, *conftests_of(module_path)]
    names = frozenset[str]().union(*map(_names_reached, paths))
    beside = [plugin for package, plugin in BESIDE.items() if package in names]
    return (*beside, *(name for name in SHARED if name in names or fixtures_of(path_of(name)).keys() & names))


def _names_reached(path: Path) -> frozenset[str]:
    """Of this file, of the files of tests that it imports, and of shared fixtures that it asks for."""
    reached, waiting = set[str](), [path]
    seen = set[Path]()
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        names = _names(current)
        reached |= names
        imported = [path_of(name) for name in names if name.startswith("tests.")]
        waiting += [found for found in imported if found.is_file()]
        waiting += [path_of(name) for name in SHARED if fixtures_of(path_of(name)).keys() & names]
    return frozenset(reached)


def path_of(module: str) -> Path:
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


@cache
def _names(path: Path) -> frozenset[str]:
    """Modules that are imported, parameters of functions, and fixtures that are asked for by a string."""
    return frozenset(name for node in ast.walk(_tree(path)) for name in _names_of(node))


def _names_of(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield from (module, *(f"{module}.{alias.name}" for alias in names))
        case ast.arg(arg=name):
            yield name
        case ast.Call(func=ast.Attribute(attr=called), args=arguments) if called in BY_NAME:
            yield from (str(each.value) for each in arguments if isinstance(each, ast.Constant))


@cache
def fixtures_of(path: Path) -> dict[str, frozenset[str]]:
    """{fixture of this module: what it asks for}."""
    return {
        each.name: parameters(each)
        for each in functions_of(path)
        if any("fixture" in ast.unparse(mark) for mark in each.decorator_list)
    }


def functions_of(path: Path) -> Iterator[Function]:
    return (node for node in _tree(path).body if isinstance(node, Function))


def parameters(function: Function) -> frozenset[str]:
    return frozenset(each.arg for each in (*function.args.args, *function.args.kwonlyargs))


def conftests_of(module_path: Path) -> list[Path]:
    """The outermost first."""
    folders = [folder for folder in module_path.parents if folder.is_relative_to(ROOT / "tests")]
    return [path for folder in reversed(folders) if (path := folder / "conftest.py").is_file()]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))
