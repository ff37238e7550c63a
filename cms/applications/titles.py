"""What a call is called in mails and receipts."""

from cms.applications.calls import LiveCall
from cms.content.localization import pick


def call_title(call: LiveCall, locale: str) -> str:
    """In `locale`, else in a language in which the call is live."""
    titles = call["data"].get("title", {})
    title, _locale = pick(titles, (locale, "en", *sorted(titles)))
    return title or ""
