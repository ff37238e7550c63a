"""What a run leaves in a folder: the figures as JSON, with the commit that they are of, and the pictures."""

import subprocess
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from benchmarks.ceiling.figures import Ceiling
from benchmarks.ceiling.plots import pictures
from benchmarks.ceiling.report import verdicts

FOLDER = Path(__file__).resolve().parents[1] / "results"
ROUNDED = 3


def write(done: Ceiling, folder: Path = FOLDER) -> None:
    folder.mkdir(exist_ok=True)
    head = {"commit": commit(), "measured_at": datetime.now(UTC).isoformat(timespec="seconds")}
    figures = {**head, "verdicts": verdicts(done), **rounded(asdict(done))}
    options = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS | orjson.OPT_APPEND_NEWLINE
    (folder / "ceiling.json").write_bytes(orjson.dumps(figures, option=options))
    for name, text in pictures(done).items():
        (folder / name).write_text(text, "utf-8")


def commit() -> str:
    """With a plus where other files than results differ from it; "unknown" outside of a checkout."""
    try:
        changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", f":(exclude){FOLDER.name}")
        return _git("rev-parse", "--short=8", "HEAD") + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=FOLDER.parent, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def rounded(value: Any) -> Any:
    """The same with fewer digits."""
    if isinstance(value, dict):
        return {name: rounded(each) for name, each in value.items()}
    if isinstance(value, list):
        return [rounded(each) for each in value]
    return round(value, ROUNDED) if isinstance(value, float) else value
