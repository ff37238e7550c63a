"""One file of the demo, before it is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cms.demo.data import Text

ORIGIN = "demo:file:"


@dataclass(frozen=True, slots=True)
class WantedFile:
    """`key` is unique among the demo's files; `job` as `cms.demo.making.make` takes it."""

    key: str
    filename: str
    job: dict[str, Any]
    alt: Text = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return ORIGIN + self.key

    @property
    def locales(self) -> Sequence[str]:
        """Where there are words for a picture; other files have none and are published once."""
        return list(self.alt) or ["en"]
