"""What a run leaves in a folder: the figures as JSON, with the commit that they are of, and the picture."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import orjson

from benchmarks.ceiling.results import commit, rounded
from benchmarks.uncached.figures import Uncached
from benchmarks.uncached.plots import picture
from benchmarks.uncached.report import verdicts


def write(done: Uncached, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    head = {"commit": commit(), "measured_at": datetime.now(UTC).isoformat(timespec="seconds")}
    figures = {**head, "verdicts": verdicts(done), **rounded(asdict(done))}
    (folder / "uncached.json").write_bytes(
        orjson.dumps(figures, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    )
    (folder / "uncached.svg").write_text(picture(done), "utf-8")
