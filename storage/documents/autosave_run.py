"""Autosaves of one person that follow each other without anything in between."""

from datetime import datetime

from pydantic import BaseModel


class AutosaveRun(BaseModel):
    """By whom, since when; `version` is the one that the last of them made, `writes` how many there were, `fields`
    those that they changed."""

    by: str
    began_at: datetime
    version: int
    writes: int = 1
    fields: list[str] = []
