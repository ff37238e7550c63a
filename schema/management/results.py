"""How the management API answers with what an action returns, by its type."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import storage.documents as stored
from schema.management.accounts.types.accounts import AccountResult, RevokeTokenResult, account, api_token
from schema.management.answer import ItemResult, MutationResult
from schema.management.applications.types.application import application
from schema.management.applications.types.result import ApplicationResult
from schema.management.items.types.comment_result import CommentResult
from schema.management.items.types.comments import shown_thread
from schema.management.items.types.item import item
from schema.management.items.types.release import release
from schema.management.items.types.release_result import ReleaseResult


@dataclass(frozen=True, slots=True)
class Shown:
    """`field` of the result holds what `show` makes of the stored document."""

    result: type[MutationResult]
    field: str
    show: Callable[[Any], Any]


RESULTS: dict[type, Shown] = {
    stored.Account: Shown(AccountResult, "person", account),
    stored.ApiToken: Shown(RevokeTokenResult, "token", api_token),
    stored.CommentThread: Shown(CommentResult, "thread", shown_thread),
    stored.HostApplication: Shown(ApplicationResult, "application", application),
    stored.Item: Shown(ItemResult, "item", item),
    stored.Release: Shown(ReleaseResult, "release", release),
}
