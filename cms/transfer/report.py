"""What an import does, or would do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cms.errors import Problem

MOST_ENTRIES = 500
MOST_PROBLEMS = 20


class Verdict(StrEnum):
    """`kept`: there is another content under this id, which stays; `same`: there is nothing to do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    KEPT = "kept"
    REFUSED = "refused"


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
    """`entries`: at most MOST_ENTRIES, without those that are the same; where there are more, those that are refused
    come first. `is_done`: it was written, so that nothing of it is left to do."""

    source: str
    counts: Counter[Verdict] = field(default_factory=Counter)
    files: int = 0
    entries: list[Entry] = field(default_factory=list)
    is_done: bool = False

    def add(self, entry: Entry) -> None:
        self.counts[entry.verdict] += 1
        if entry.verdict == Verdict.SAME:
            return
        if len(self.entries) < MOST_ENTRIES:
            self.entries.append(entry)
        elif entry.verdict == Verdict.REFUSED:
            place = next((at for at, one in enumerate(self.entries) if one.verdict != Verdict.REFUSED), None)
            if place is not None:
                self.entries[place] = entry

    @property
    def is_refused(self) -> bool:
        return self.counts[Verdict.REFUSED] > 0

    def as_json(self) -> dict[str, object]:
        """For the job's document."""
        return {
            "source": self.source,
            "counts": {one.value: self.counts[one] for one in Verdict},
            "files": self.files,
            "is_done": self.is_done,
            "entries": [_entry(one) for one in self.entries],
        }


def _entry(one: Entry) -> dict[str, object]:
    problems = [
        {"field": problem.field, "code": problem.code, "message": problem.message[:500], "locale": problem.locale}
        for problem in one.problems[:MOST_PROBLEMS]
    ]
    return {
        "id": one.id,
        "type": one.type,
        "title": one.title[:200],
        "verdict": one.verdict.value,
        "fields": list(one.fields),
        "problems": problems,
    }
