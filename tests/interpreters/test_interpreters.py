"""What depends on the release of Python comes out the same with every one that this machine has."""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.interpreters.finding import Interpreter, find_interpreters
from tests.interpreters.vectors import VECTORS
from tests.last_lines import SayAtTheEnd

ROOT = Path(__file__).parents[2]
RUNNER = Path(__file__).with_name("run_vectors.py")
INTERPRETERS = find_interpreters()


def results(interpreter: Interpreter, vectors: list[Any]) -> list[Any]:
    command = [interpreter.program, "-B", "-S", str(RUNNER), sysconfig.get_path("purelib")]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": ""}
    sent = json.dumps([vector[:2] for vector in vectors])
    done = subprocess.run(
        command, input=sent, capture_output=True, text=True, env=environment, timeout=120, check=False
    )
    assert done.returncode == 0, f"{interpreter}: {done.stderr[-2000:]}"
    return json.loads(done.stdout)


@pytest.mark.parametrize("interpreter", INTERPRETERS, ids=str)
@pytest.mark.parametrize("kind", VECTORS)
def test_what_depends_on_the_release_comes_out_the_same(
    kind: str, interpreter: Interpreter, say_at_the_end: SayAtTheEnd
) -> None:
    say_at_the_end(f"Vectors of {', '.join(VECTORS)} ran on: {', '.join(map(str, INTERPRETERS))}")
    came = results(interpreter, VECTORS[kind])

    different = [
        f"{function}{tuple(arguments)!r}: {result!r}, not {right!r}"
        for (function, arguments, right), result in zip(VECTORS[kind], came, strict=True)
        if result != right
    ]
    assert not different, "\n".join(different)


def test_the_interpreter_of_this_run_is_among_them() -> None:
    assert sys.version_info[:3] in [one.version for one in INTERPRETERS]


@pytest.mark.parametrize("interpreter", INTERPRETERS, ids=str)
def test_the_releases_that_give_chunks_of_their_stack_back_are_found(interpreter: Interpreter) -> None:
    """CPython gh-142183. Nothing is claimed of 3.13.13 and later ones of 3.13, whose changelog we have not seen."""
    came = results(interpreter, [("cms.kernel.stack_chunks:gives_chunks_back", [], None)])

    if interpreter.version < (3, 13, 13) or (3, 14) <= interpreter.version < (3, 14, 4):
        assert came == [True]
    if interpreter.version >= (3, 14, 4):
        assert came == [False]
