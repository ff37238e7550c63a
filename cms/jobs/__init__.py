"""What workers do by the clock: one file per job, listed here with how often it comes."""

from cms.recurring import Job

JOBS: tuple[Job, ...] = ()
"""One job per line."""
