"""What workers do by the clock: one file per job, listed here with how often it comes."""

from datetime import timedelta

from cms.applications.jobs.erase_old_applications import erase_old_applications
from cms.applications.jobs.remind_applicants import remind_applicants
from cms.files.jobs.keep_public_copies import keep_public_copies
from cms.files.jobs.sweep_uploads import sweep_uploads
from cms.items.jobs.prepare_texts import prepare_texts
from cms.items.jobs.purge_recycle_bin import purge_recycle_bin
from cms.kernel.recurring import Job
from cms.transfer.jobs.sweep_transfers import sweep_transfers

JOBS: tuple[Job, ...] = (
    Job("erase_old_applications", timedelta(hours=12), erase_old_applications),
    Job("remind_applicants", timedelta(minutes=30), remind_applicants),
    Job("purge_recycle_bin", timedelta(hours=6), purge_recycle_bin),
    Job("prepare_texts", timedelta(minutes=10), prepare_texts),
    Job("sweep_transfers", timedelta(hours=1), sweep_transfers),
    Job("keep_public_copies", timedelta(hours=1), keep_public_copies),
    Job("sweep_uploads", timedelta(minutes=15), sweep_uploads),
)
"""One job per line."""
