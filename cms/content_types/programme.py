"""Who stands where in a programme: with a talk, or as moderator of a session."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Appearance:
    """`sessions`: that of the day, and the one within it where there is one. `talk`: None for who moderates the
    session. `speaker`: what is stored of the person there."""

    day: Part
    sessions: tuple[Part, ...]
    talk: Part | None
    speaker: Part


def appearances(days: Iterable[Part]) -> Iterator[Appearance]:
    """All of a programme in its order; who moderates a session stands before its talks."""
    for day in days:
        for session in day.get("sessions", ()):
            yield from _of_session(day, (session,))


def _of_session(day: Part, sessions: tuple[Part, ...]) -> Iterator[Appearance]:
    innermost = sessions[-1]
    for moderator in innermost.get("moderators", ()):
        yield Appearance(day, sessions, None, moderator)
    for talk in innermost.get("talks", ()):
        for speaker in talk.get("speakers", ()):
            yield Appearance(day, sessions, talk, speaker)
    for child in innermost.get("children", ()):
        yield from _of_session(day, (*sessions, child))
