"""What is not taken over from Plone, and what it could become here."""

from cms.kernel.errors import Problem
from cms.transfer.plone.plone_object import FILES, TEXTS, PloneObject
from cms.transfer.report import Entry, Verdict

TAKEN = frozenset((*TEXTS, *FILES))
ADVICE = {
    "Event": "Make it a news item with the facts of the event, or an edition of a series.",
    "Folder": "Pages below it have it in their addresses. Where it was in the navigation, give it an entry in a menu.",
    "Link": "Make it an entry in a menu, or a redirect to where it leads.",
    "Collection": "Put a block that lists news or editions on a page.",
    "LRF": "The site has a home page in each of its languages: write that one.",
    "LIF": "It held files for all languages, and files belong to all languages here.",
    "Plone Site": "The site and its settings are made here by hand.",
}
OTHERWISE = "It is a type of your own: choose a type here that fits, and write it by hand."


def left_out(one: PloneObject) -> Entry:
    message = f"Objects of the type {one.type} are not taken over. {ADVICE.get(one.type, OTHERWISE)}"
    problems = [Problem("", "TYPE_LEFT_OUT", message), *one.problems]
    return Entry(one.path or one.uid, one.type, one.title, Verdict.LEFT_OUT, problems=problems)
