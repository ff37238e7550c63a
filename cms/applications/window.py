"""An open page of the form: what it showed, and in which order it sent what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storage.documents import HostApplication


@dataclass(frozen=True, slots=True)
class Window:
    """`revision`: of the application as the page was made; `revisions`: {question: a newer one that the page shows}.
    `id`: made by the page, "" for one without a script; `turn` grows with each request that the page sends."""

    revision: int
    revisions: Mapping[str, int] = field(default_factory=dict)
    id: str = ""
    turn: int = 0

    def is_overtaken(self, application: HostApplication, question: str) -> bool:
        """A later request of the same page has come in before this one."""
        turn = self._turn_of(application, question)
        return turn is not None and turn > self.turn

    def has_not_seen(self, application: HostApplication, question: str) -> bool:
        """Somebody else changed the answer since the page showed it."""
        if self._turn_of(application, question) is not None:
            return False
        seen = self.revisions.get(question, self.revision)
        return application.answered_at.get(question, 0) > seen or seen > application.revision

    @property
    def stamp(self) -> str | None:
        return f"{self.id}:{self.turn}" if self.id else None

    def _turn_of(self, application: HostApplication, question: str) -> int | None:
        """In which this page changed the answer; None where it was not the last to do so."""
        window, _, turn = application.answered_in.get(question, "").partition(":")
        return int(turn) if self.id and window == self.id else None
