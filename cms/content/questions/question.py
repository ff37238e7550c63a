"""A question of a form, in the version that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cms.content.localization import pick
from cms.content.questions.registry import KINDS

if TYPE_CHECKING:
    from cms.content.questions.kind import QuestionKind

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """`is_tick`: a part of an entry that is ticked, not written."""

    slug: str
    label: Texts
    is_tick: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds while the question `question` is answered with one of `values`: the slug of an option, "yes" or "no"."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`min` and `max`: of a number, or of entries; `max_days`: of one range of days, which begins `days_ahead` days
    after the cut-off or later; `waived_if`: it need not be answered then; `vocabulary`: where its options came from;
    `personal` and `keep_months`: see `cms.content_types.application_form`. `linked_label`: the label with its links, as
    `cms.applications.form_version` finds them, which `label` leaves out."""

    key: str
    type: str
    label: Texts
    help: Texts = field(default_factory=dict)
    required: bool = False
    min: int | None = None
    max: int | None = None
    max_length: int | None = None
    max_files: int | None = None
    max_bytes: int | None = None
    max_days: int | None = None
    days_ahead: int | None = None
    accept: tuple[str, ...] = ()
    show_if: Condition | None = None
    waived_if: Condition | None = None
    vocabulary: str | None = None
    options: tuple[Option, ...] = ()
    personal: str = "none"
    keep_months: int | None = None
    linked_label: Texts = field(default_factory=dict)

    @property
    def kind(self) -> QuestionKind:
        return KINDS[self.type]

    @property
    def slugs(self) -> frozenset[str]:
        """Of the options; of a group the keys of its parts."""
        return frozenset(one.slug for one in self.options)

    def option_label(self, slug: str, locale: str) -> str:
        """The slug itself where there is no such option (any more)."""
        labels = next((one.label for one in self.options if one.slug == slug), {})
        return text_of(labels, locale) or slug


def text_of(texts: Texts, locale: str) -> str:
    """In `locale`, else in English, else in any language there is; "" without one."""
    text, _locale = pick(texts, (locale, "en", *sorted(texts)))
    return text or ""
