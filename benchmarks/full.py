"""`make bench-full`: what takes hours, one step after the other. What is done for this commit is not done again, so
that a run that was interrupted goes on where it was."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.ceiling.results import FOLDER, commit

Steps = Mapping[str, Sequence[str]]
STEPS: Steps = {
    "sizes": ("benchmarks", "--more", "--sizes", "1000,10000,100000,1000000", "--rounds", "9"),
    "ceiling": ("benchmarks.ceiling", "--rounds", "25", "--seconds", "4", "--changes", "2000"),
    "rush": ("benchmarks.rush",),
    "event loop": ("benchmarks.event_loop", "--rounds", "25"),
    "no stale answer": ("benchmarks.no_stale_answer", "--seconds", "1800"),
}
"""{name: module and its arguments}. A step that ends with another status than 0 missed a target or failed."""
DONE = FOLDER / "full.json"


def run(steps: Steps, done: Path, now: str) -> int:
    """The number of steps that failed. `now`: the commit; with files that differ from it nothing is left out."""
    statuses = _statuses(done, now)
    for name, (module, *arguments) in steps.items():
        if statuses.get(name) == 0:
            print(f"== {name}: done before", flush=True)
            continue
        print(f"== {name}", flush=True)
        statuses[name] = subprocess.call([sys.executable, "-m", module, *arguments])
        done.write_text(json.dumps({"commit": now, "statuses": statuses}, indent=2) + "\n", "utf-8")
    failed = [name for name in steps if statuses[name]]
    if failed:
        print(f"Failed, or missed a target, see above: {', '.join(failed)}", file=sys.stderr)
    return len(failed)


def _statuses(done: Path, now: str) -> dict[str, int]:
    try:
        stored = json.loads(done.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    is_this = stored["commit"] == now and not now.endswith("+")
    return dict(stored["statuses"]) if is_this else {}


if __name__ == "__main__":
    sys.exit(min(1, run(STEPS, DONE, commit())))
