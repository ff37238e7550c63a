"""Everything that changes content: one file per verb, one transaction per call."""

from cms.actions.create_item import create_item
from cms.actions.publish_item import publish_item
from cms.actions.share_item import share_item
from cms.actions.update_item import update_item

__all__ = ["create_item", "publish_item", "share_item", "update_item"]
