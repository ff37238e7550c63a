"""The verbs on files and uploads, one file each."""

from cms.files.actions.cancel_upload import cancel_upload
from cms.files.actions.complete_upload import complete_upload
from cms.files.actions.create_upload import create_upload
from cms.files.actions.replace_file import replace_file

__all__ = [
    "cancel_upload",
    "complete_upload",
    "create_upload",
    "replace_file",
]
