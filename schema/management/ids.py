"""What the API tells of an id that mutations and queries take: of what it is, and where it is found."""

from collections.abc import Mapping

ID_OF: Mapping[str, str] = {
    "application": "Of the application, as in `applications`.",
    "item": "Of the item itself, as in webhooks; the delivery API calls it `itemId`.",
    "person": "Of the person's account, as in `people`.",
    "release": "Of the release, as in `releases`.",
    "token": "Of the token, as in `tokens`; not its secret.",
    "webhook": "Of the webhook, as in `webhooks`.",
}
"""{what it is of: what is said of it}"""
