"""What an import does, or would do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cms.kernel.errors import Problem

MAX_ENTRIES = 500
MAX_PROBLEMS = 20


class Verdict(StrEnum):
    """`kept`: there is another content under this id, which stays; `same`: there is nothing to do; `left out`: of a
    kind that is not taken over, which archives do not have."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    REFUSED = "refused"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Entry:
    """`fields`: those of the content in which a changed or kept item differs."""

    id: str
    type: str
    title: str
    verdict: Verdict
    fields: Sequence[str] = ()
    problems: Sequence[Problem] = ()


@dataclass(slots=True)
class ImportReport:
    """`entries`: at most MAX_ENTRIES, without those of which there is nothing to tell; where there are more, those
    that are refused come first, then those with problems. `is_done`: it was written, so that nothing of it is left to
    do."""

    source: str
    counts: Counter[Verdict] = field(default_factory=Counter)
    files: int = 0
    entries: list[Entry] = field(default_factory=list)
    is_done: bool = False

    def add(self, entry: Entry) -> None:
        self.counts[entry.verdict] += 1
        if not _weight(entry):
            return
        if len(self.entries) < MAX_ENTRIES:
            self.entries.append(entry)
            return
        weights = enumerate(map(_weight, self.entries))
        if (place := next((at for at, weight in weights if weight < _weight(entry)), None)) is not None:
            self.entries[place] = entry

    @property
    def is_refused(self) -> bool:
        return self.counts[Verdict.REFUSED] > 0

    def as_json(self) -> dict[str, object]:
        """For the job's document."""
        return {
            "source": self.source,
            "counts": {one.value: self.counts[one] for one in Verdict if one != Verdict.LEFT_OUT},
            "files": self.files,
            "is_done": self.is_done,
            "entries": [_entry(one) for one in self.entries],
        }


def _weight(entry: Entry) -> int:
    """How much it matters to whoever reads the report; 0 for what is not told at all."""
    if entry.verdict == Verdict.REFUSED:
        return 3
    return 2 if entry.problems else int(entry.verdict != Verdict.SAME)


def _entry(one: Entry) -> dict[str, object]:
    problems = [
        {"field": problem.field, "code": problem.code, "message": problem.message[:500], "locale": problem.locale}
        for problem in one.problems[:MAX_PROBLEMS]
    ]
    return {
        "id": one.id,
        "type": one.type,
        "title": one.title[:200],
        "verdict": one.verdict.value,
        "fields": list(one.fields),
        "problems": problems,
    }
