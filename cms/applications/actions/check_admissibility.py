"""Say whether a submitted application is complete and may be reviewed."""

from dataclasses import dataclass, field
from typing import Annotated

from cms.access.action import action
from cms.access.application_rights import MANAGE
from cms.access.parameters import Id
from cms.applications import states
from cms.applications.application_change import ApplicationChange
from cms.kernel.errors import Invalid, Problem, TransitionNotAllowed
from storage.documents import HostApplication

LONGEST_NOTE = 2000


@dataclass
class AdmissibilityChange(ApplicationChange):
    note: str = field(init=False)

    async def load(self, id: str, ok: bool = True, note: str = "") -> None:
        """Raises NotFound, NotPermitted, Invalid."""
        self.note = note.strip()
        if not ok and not self.note:
            raise Invalid([Problem("note", "REQUIRED", "Say what is missing or wrong.")])
        if len(self.note) > LONGEST_NOTE:
            raise Invalid([Problem("note", "TOO_LONG", f"Write at most {LONGEST_NOTE} characters.")])
        await super().load(id)


@action(right=MANAGE, offered="Say whether a submitted application is complete; `note` is for the office alone.")
async def check_admissibility(
    change: AdmissibilityChange,
    id: Id,
    ok: Annotated[bool, "Whether it is complete; where not, its review cannot begin."],
    note: Annotated[str, "Needed where it is not admissible."] = "",
) -> HostApplication:
    """`note` is for the office alone, and needed where it is not admissible. May be said anew until the review begins.

    Raises NotFound, NotPermitted, Invalid, TransitionNotAllowed.
    """
    if change.application.status != states.SUBMITTED:
        raise TransitionNotAllowed("Only a submitted application is checked, before its review begins.")
    change.tell(ok=ok)
    return await change.store(admissibility={"by": change.actor.id, "at": change.now, "ok": ok, "note": change.note})
