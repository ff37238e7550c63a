"""`make bench-full`: what takes hours, one step after the other. What is done for this commit is not done again, so
that a run that was interrupted goes on where it was; databases that were loaded, or loaded in part, are kept for it.

What is measured for long is several steps, so that an interruption costs minutes.
"""

import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.ceiling.results import FOLDER, commit

Steps = Mapping[str, Sequence[str]]
DONE = FOLDER / "full.json"
DATA = Path(tempfile.gettempdir()) / "cms-bench-full"
SIZES = (1_000, 1_000_000)
ENDED = 128 + signal.SIGTERM
app = typer.Typer(pretty_exceptions_enable=False, add_completion=False)


def steps_of(data_dir: Path, items: int, minutes: float) -> Steps:
    """{name: module and its arguments}. A step that ends with another status than 0 missed a target or failed."""
    kept, sizes = ("--data-dir", str(data_dir)), ",".join(map(str, dict.fromkeys((SIZES[0], items))))
    return {
        "sizes": ("benchmarks", "--more", "--sizes", sizes, "--rounds", "9", "--results", str(FOLDER), *kept),
        "mixed load": ("benchmarks.mixed", "--items", str(items), "--minutes", str(minutes), *kept),
        "uncached": ("benchmarks.uncached", "--rounds", "25"),
        "ceiling": ("benchmarks.ceiling", "--rounds", "25", "--seconds", "4", "--changes", "2000"),
        "rush": ("benchmarks.rush",),
        **{f"event loop {part}": ("benchmarks.event_loop", "--rounds", "5") for part in range(1, 6)},
        **{
            f"no stale answer {part}": ("benchmarks.no_stale_answer", "--seconds", "300", "--seed", str(part))
            for part in range(1, 7)
        },
    }


@app.command()
def main(
    data_dir: Annotated[Path, typer.Option(help="Keep loaded databases there.")] = DATA,
    items: Annotated[int, typer.Option(min=1_000, help="Items of the large database.")] = SIZES[1],
    minutes: Annotated[float, typer.Option(min=0.1, help="Length of the mixed load.")] = 15.0,
) -> None:
    """Measure what takes hours; run again it goes on where it was. Ends with 1 where a target was missed."""
    end_together()
    raise typer.Exit(min(1, run(steps_of(data_dir, items, minutes), DONE, commit())))


def end_together() -> None:
    """Lets a signal end this process as an exception does, so that the step that runs is ended too."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))


def run(steps: Steps, done: Path, now: str) -> int:
    """The number of steps that failed. `now`: the commit; with files that differ from it nothing is left out."""
    statuses = _statuses(done, now)
    for name, command in steps.items():
        key = " ".join((name, *command))
        if statuses.get(key) == 0:
            print(f"== {name}: done before", flush=True)
            continue
        print(f"== {name}", flush=True)
        started = time.monotonic()
        statuses[key] = _call(command)
        print(f"== {name}: {(time.monotonic() - started) / 60:.1f} minutes, status {statuses[key]}", flush=True)
        done.write_text(json.dumps({"commit": now, "statuses": statuses}, indent=2) + "\n", "utf-8")
    failed = [name for name, command in steps.items() if statuses[" ".join((name, *command))]]
    if failed:
        print(f"Failed, or missed a target, see above: {', '.join(failed)}", file=sys.stderr)
    return len(failed)


def _call(command: Sequence[str]) -> int:
    """Its status. It does not outlive this process."""
    module, *arguments = command
    with subprocess.Popen([sys.executable, "-m", module, *arguments]) as process:
        try:
            return process.wait()
        finally:
            if process.poll() is None:
                process.terminate()


def _statuses(done: Path, now: str) -> dict[str, int]:
    """{name and command: status}, of this commit."""
    try:
        stored = json.loads(done.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    is_this = stored["commit"] == now and not now.endswith("+")
    return dict(stored["statuses"]) if is_this else {}


if __name__ == "__main__":
    app()
