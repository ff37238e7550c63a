"""The editorial verbs: one file per verb, one transaction per call. Those that other code calls are exported here; the
management API finds all by their files."""

from cms.items.actions.add_comment import add_comment, reply_to_comment
from cms.items.actions.add_redirect import add_redirect
from cms.items.actions.add_to_release import add_to_release
from cms.items.actions.announce_presence import announce_presence, leave_presence
from cms.items.actions.change_source_locale import change_source_locale
from cms.items.actions.copy_from_source import copy_from_source
from cms.items.actions.create_item import create_item
from cms.items.actions.create_release import create_release
from cms.items.actions.delete_comment import delete_comment
from cms.items.actions.delete_release import delete_release
from cms.items.actions.discard_override import discard_override
from cms.items.actions.edit_comment import edit_comment
from cms.items.actions.mark_translated import mark_translated
from cms.items.actions.merge_terms import merge_terms
from cms.items.actions.move_in_workflow import archive_item, reopen_item, send_back_item, submit_item, withdraw_item
from cms.items.actions.preview_site import create_preview, revoke_preview
from cms.items.actions.publish_item import publish_item
from cms.items.actions.publish_override import publish_override
from cms.items.actions.publish_release import check_release, publish_release
from cms.items.actions.publish_with_targets import publish_with_targets
from cms.items.actions.purge_item import purge_item
from cms.items.actions.recycle_bin import delete_item, restore_item
from cms.items.actions.remove_redirect import remove_redirect
from cms.items.actions.rename_release import rename_release
from cms.items.actions.rename_term import rename_term
from cms.items.actions.resolve_comment import reopen_comment, resolve_comment
from cms.items.actions.restore_version import discard_draft, restore_version
from cms.items.actions.schedule_item import schedule_expiry, schedule_publication
from cms.items.actions.schedule_release import cancel_release, schedule_release
from cms.items.actions.share_item import share_item
from cms.items.actions.unpublish_item import unpublish_item
from cms.items.actions.update_item import update_item
from cms.items.actions.update_override import update_override
from cms.items.actions.withdraw_override import withdraw_override

__all__ = [
    "add_comment",
    "add_redirect",
    "add_to_release",
    "announce_presence",
    "archive_item",
    "cancel_release",
    "change_source_locale",
    "check_release",
    "copy_from_source",
    "create_item",
    "create_preview",
    "create_release",
    "delete_comment",
    "delete_item",
    "delete_release",
    "discard_draft",
    "discard_override",
    "edit_comment",
    "leave_presence",
    "mark_translated",
    "merge_terms",
    "publish_item",
    "publish_override",
    "publish_release",
    "publish_with_targets",
    "purge_item",
    "remove_redirect",
    "rename_release",
    "rename_term",
    "reopen_comment",
    "reopen_item",
    "reply_to_comment",
    "resolve_comment",
    "restore_item",
    "restore_version",
    "revoke_preview",
    "schedule_expiry",
    "schedule_publication",
    "schedule_release",
    "send_back_item",
    "share_item",
    "submit_item",
    "unpublish_item",
    "update_item",
    "update_override",
    "withdraw_item",
    "withdraw_override",
]
