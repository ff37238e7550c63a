"""A news item or a document of Plone as a news item or a page here, its translations in one item."""

from dataclasses import dataclass
from typing import Any

from cms.content.richtext import from_html
from cms.content.rules.slug import slug_from
from cms.items.checks import LONGEST_SLUG, SLUG
from cms.kernel.errors import Invalid, Problem
from cms.transfer.plone.following import Place
from cms.transfer.plone.outcome import verdict_of
from cms.transfer.plone.place_file import describe_lead_image, place_lead_image, take_lead_image_away
from cms.transfer.plone.placing import Known, Placed, Placing, is_new
from cms.transfer.plone.plone_html import with_our_ids
from cms.transfer.plone.plone_object import NEWS, PAGE, PloneObject
from cms.transfer.plone.publication import Followed, follow_publication, publication_conflict
from cms.transfer.plone.redirecting import keep_old_address
from cms.transfer.report import Entry, Verdict
from storage.documents import Publication

TYPES = {NEWS: "NewsItem", PAGE: "Page"}
BODIES = {NEWS: "body", PAGE: "blocks"}
LEAD_BLOCK, BLOCK = "plone-lead", "plone"
"""Ids of the blocks that hold the description and the text, the same in each run."""
LONGEST_TAG, MAX_TAGS = 60, 20


@dataclass(frozen=True, slots=True)
class PloneText:
    """`home`: the UID under which all translations are one item; `path`: of the object on Plone's site, without the
    language; `publication`: as Plone has it now, None where that cannot be carried out."""

    plone: PloneObject
    home: str
    locale: str
    path: str
    publication: Publication | None

    @property
    def has_facts(self) -> bool:
        """What holds for all languages is said by one of them, or a second run would change it to and fro."""
        return self.home == self.plone.uid

    @property
    def type(self) -> str:
        return TYPES[self.plone.type]


async def create_text(placing: Placing, text: PloneText) -> bool:
    """Whether nothing was here of it. Then it is, with links to what is here already. Raises what the actions raise."""
    known = await _known(placing, text)
    if placed := await _put(placing, text, known, {}) if is_new(known) else None:
        placing.items[text.plone.uid] = placed.item.id
    return placed is not None


async def finish_text(placing: Placing, text: PloneText, *, is_created: bool) -> Entry:
    """With its picture, all its links, its publication and its old address. Raises what the actions raise."""
    known = await _known(placing, text)
    _require_agreement(placing, known, text)
    picture, problems = await _picture(placing, text)
    placed = await _put(placing, text, known, picture)
    published = await _published(placing, text, placed)
    is_led, led = await keep_old_address(placing, placed.item, text.locale, text.path)
    problems += [*text.plone.problems, *_told(placing, text), *placed.kept, *published.problems, *led]
    changed = [*placed.fields, *_names(publication=published.is_changed, redirects=is_led)]
    verdict = verdict_of(placed, changed, problems, is_created=is_created)
    fields = changed if verdict == Verdict.CHANGED else []
    return Entry(placed.item.id, text.type, text.plone.title, verdict, fields, problems)


async def _known(placing: Placing, text: PloneText) -> Known:
    return await placing.known(text.plone.uid, text.home, text.locale)


def _require_agreement(placing: Placing, known: Known, text: PloneText) -> None:
    """Raises Invalid."""
    if placing.on_conflict != "fail" or text.publication is None:
        return
    if conflict := publication_conflict(placing, known, text.publication):
        raise Invalid([conflict])


async def _published(placing: Placing, text: PloneText, placed: Placed) -> Followed:
    if text.publication is None:
        return Followed()
    return await follow_publication(placing, placed, text.publication)


async def _put(placing: Placing, text: PloneText, known: Known, picture: dict[Place, Any]) -> Placed:
    values = {**_values(placing, text), **picture}
    if text.has_facts:
        values |= _facts(text.plone, known)
    slug = _slug(text)
    return await placing.put(text.type, known, values, {text.locale: slug} if slug else {})


async def _picture(placing: Placing, text: PloneText) -> tuple[dict[Place, Any], list[Problem]]:
    """What the item is to hold as its picture, nothing where that stays as it is; and what is wrong with it, which
    never costs the text."""
    if text.plone.type != NEWS:
        return {}, []
    try:
        if not text.has_facts:
            return {}, await describe_lead_image(placing, text.plone, text.home, text.locale, text.publication)
        if text.plone.file is None:
            return {("image", None): None}, await take_lead_image_away(placing, text.plone, text.locale)
        id, problems = await place_lead_image(placing, text.plone, text.plone.file, text.locale, text.publication)
    except Invalid as error:
        return {}, [Problem("image", one.code, one.message, one.locale) for one in error.problems]
    return {("image", None): id}, problems


def _values(placing: Placing, text: PloneText) -> dict[Place, Any]:
    one, locale = text.plone, text.locale
    values: dict[Place, Any] = {("title", locale): one.title or None}
    if one.type == NEWS:
        values["lead", locale] = one.description or None
    if not text.plone.is_of_blocks:
        values[BODIES[one.type], locale] = _blocks(placing, one) or None
    return values


def _blocks(placing: Placing, one: PloneObject) -> list[dict[str, Any]]:
    """A page has no lead: its description stands first in its text."""
    blocks = []
    if one.type == PAGE and one.description:
        words = {"type": "paragraph", "content": [{"type": "text", "text": " ".join(one.description.split())}]}
        blocks.append({"id": LEAD_BLOCK, "kind": "text", "body": {"type": "doc", "content": [words]}})
    if one.html:
        html, _lost = with_our_ids(one.html, placing.items, placing.files)
        blocks.append({"id": BLOCK, "kind": "text", "body": from_html(html)})
    return blocks


def _facts(one: PloneObject, known: Known) -> dict[Place, Any]:
    """Plone does not know of kinds of news: editors may choose another one."""
    if one.type != NEWS:
        return {}
    tags = [tag[:LONGEST_TAG] for tag in one.subjects[:MAX_TAGS]]
    has_kind = known.item is not None and known.item.data.get("kind")
    kind: dict[Place, Any] = {} if has_kind else {("kind", None): "news"}
    return {**kind, ("published_at", None): one.date, ("tags", None): tags or None}


def _told(placing: Placing, text: PloneText) -> list[Problem]:
    """What of the object cannot be taken over, or not be seen."""
    _html, found = with_our_ids(text.plone.html, placing.items, placing.files)
    if text.plone.is_of_blocks:
        message = "It is made of blocks of Volto, which are not taken over: it stays as it is here, or an empty draft."
        found.append(Problem(BODIES[text.plone.type], "BLOCKS_NOT_TAKEN", message))
    if len(text.plone.subjects) > MAX_TAGS:
        found.append(Problem("tags", "TAGS_LEFT_OUT", f"It has more than {MAX_TAGS} tags: the rest is left out."))
    if text.locale not in placing.site.locales:
        message = f"The site {placing.site.key} has no {text.locale}: add the language to it, or nobody can see this."
        found.append(Problem("language", "LANGUAGE_NOT_ON_SITE", message))
    return found


def _names(**flags: bool) -> list[str]:
    return [name for name, is_set in flags.items() if is_set]


def _slug(text: PloneText) -> str:
    if text.plone.type == PAGE:
        parts = [part if SLUG.fullmatch(part) else slug_from(part) for part in text.path.strip("/").split("/")]
        path = "/".join(part for part in parts if part)
        if path and len(path) <= LONGEST_SLUG:
            return path
    one = text.plone
    return one.id if SLUG.fullmatch(one.id) and len(one.id) <= LONGEST_SLUG else slug_from(one.title)
