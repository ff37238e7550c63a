"""Everything that changes content: one file per verb, one transaction per call."""

from cms.actions.add_redirect import add_redirect
from cms.actions.cancel_upload import cancel_upload
from cms.actions.complete_upload import complete_upload
from cms.actions.create_item import create_item
from cms.actions.create_upload import create_upload
from cms.actions.discard_override import discard_override
from cms.actions.go_back import discard_draft, restore_version
from cms.actions.merge_terms import merge_terms
from cms.actions.move_in_workflow import archive_item, reopen_item, send_back_item, submit_item, withdraw_item
from cms.actions.preview_site import create_preview, revoke_preview
from cms.actions.publish_item import publish_item
from cms.actions.publish_override import publish_override
from cms.actions.publish_with_targets import publish_with_targets
from cms.actions.recycle_bin import delete_item, restore_item
from cms.actions.remove_redirect import remove_redirect
from cms.actions.rename_term import rename_term
from cms.actions.replace_file import replace_file
from cms.actions.schedule_item import schedule_expiry, schedule_publication
from cms.actions.share_item import share_item
from cms.actions.unpublish_item import unpublish_item
from cms.actions.update_item import update_item
from cms.actions.update_override import update_override
from cms.actions.withdraw_override import withdraw_override

__all__ = [
    "add_redirect",
    "archive_item",
    "cancel_upload",
    "complete_upload",
    "create_item",
    "create_preview",
    "create_upload",
    "delete_item",
    "discard_draft",
    "discard_override",
    "merge_terms",
    "publish_item",
    "publish_override",
    "publish_with_targets",
    "remove_redirect",
    "rename_term",
    "reopen_item",
    "replace_file",
    "restore_item",
    "restore_version",
    "revoke_preview",
    "schedule_expiry",
    "schedule_publication",
    "send_back_item",
    "share_item",
    "submit_item",
    "unpublish_item",
    "update_item",
    "update_override",
    "withdraw_item",
    "withdraw_override",
]
