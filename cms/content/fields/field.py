"""What every kind of field answers: how a value is cleaned, what stops publication, what is in it, how it is edited.

Two kinds of faults are kept apart on purpose. A value of the wrong shape (`clean`) is refused on every write. A value
that breaks a rule (`problems`) may be saved in a draft and only stops publication: editors never lose work.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from cms.content.declaration_error import DeclarationError
from cms.content.fields.answers import ChangePart, FormSettings, Inside, Picture, TermUse
from cms.content.fields.delivery import Narrowing, Scalar
from cms.content.rules.locale_code import is_locale
from cms.kernel.errors import Problem

if TYPE_CHECKING:
    from cms.content.fields.embedded import Embedded

MAX_LOCALES = 40


@dataclass(slots=True)
class Report:
    """Collects the faults of one write."""

    problems: list[Problem] = field(default_factory=list)

    def refuse(self, at: str, code: str, message: str, locale: str | None = None) -> None:
        self.problems.append(Problem(at, code, message, locale))


@dataclass(frozen=True, slots=True)
class Clash:
    """Two people changed the same thing at once. `at` is its dotted path; a value is None where it was taken out."""

    at: str
    locale: str | None
    base: Any
    theirs: Any
    yours: Any


@dataclass(frozen=True, slots=True)
class Leaf:
    """One stored value that is no group of others. `at` is its dotted path, with the ids of list elements."""

    field: "Field"
    value: Any
    at: str
    locale: str | None = None


class Field:
    """A declared field. `localized`: stored as {locale: value}. `fallback`: an empty text is read in the next
    published locale, so one language is enough (names do, prose does not). `doc`: help for editors, at its control;
    `description`: what the delivery API says of it to developers, where its label does not do. `delivered_as`: what
    sites call it, where that is not the name it is stored by. `machine`, of a field of the item itself: the CMS finds
    the value out, nobody sets it."""

    name: str = ""
    cell: ClassVar[str] = ""
    """What shows it in a column of the editors' lists; "" where a column must say so itself."""
    edited_as: ClassVar[str] = ""
    """The kind whose control edits it in forms, of one that has no control of its own."""
    to = "*"
    """The content type of the items that its values refer to, "*" for any."""
    undescribed = "Describe this picture in its alternative text."
    """What is said of pictures without words; `{files}` stands for their names."""

    def __init_subclass__(cls) -> None:
        """Raises DeclarationError for a kind that leaves open what has no answer that fits all."""
        super().__init_subclass__()
        if cls.clean_value is Field.clean_value:
            raise DeclarationError(
                cls,
                "does not say which values it takes",
                "give it a method `clean_value`, as Date in cms/content/fields/dates.py has, that answers the stored "
                "form or refuses",
            )

    def __init__(
        self,
        *,
        required: bool = False,
        localized: bool = False,
        fallback: bool = False,
        group: str = "content",
        doc: str = "",
        description: str = "",
        delivered: bool = True,
        delivered_as: str = "",
        machine: bool = False,
    ) -> None:
        self.required = required
        self.localized = localized
        self.fallback = fallback
        self.group = group
        self.doc = doc
        self.description = description
        self.delivered = delivered
        self.delivered_as = delivered_as
        self.machine = machine

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    # -- one value (of one locale, where localized) -------------------------------------------------------------

    def clean_value(self, value: Any, at: str, report: Report) -> Any:
        """The stored form of `value`; reports what has not this kind's shape and then answers None."""
        raise NotImplementedError(type(self).__name__)

    def value_problems(self, value: Any, at: str, locale: str) -> Iterator[Problem]:
        """What stops the publication of `value`, which is not empty, in `locale`."""
        for one in self.inside(value):
            yield from one.part.all_problems(one.data, one.at(at), locale)

    def value_references(self, value: Any) -> Iterator[str]:
        """The ids of the items that `value` refers to."""
        return iter(())

    def value_terms(self, value: Any) -> Iterator[TermUse]:
        return iter(())

    def with_terms(self, value: Any, vocabulary: str, moved: Mapping[str, str]) -> Any:
        """The same with the terms `moved` ({old: new}) of one vocabulary."""
        return value

    def value_pictures(self, value: Any) -> Iterator[Picture]:
        return iter(())

    def words(self, value: Any) -> str | None:
        """What people read in `value`, which may be None, to be compared word by word; None of kinds without text."""
        return None

    @staticmethod
    def is_empty(value: Any) -> bool:
        return value is None or value == "" or value == [] or value == {}

    # -- parts inside it ----------------------------------------------------------------------------------------

    def parts(self) -> Mapping[str, type["Embedded"]]:
        """{kind of block, or "" where there is but one: the part that may lie in a value}."""
        return {}

    def inside(self, value: Any) -> Iterator[Inside]:
        """The parts that lie in `value`, in their order."""
        return iter(())

    def with_parts(self, value: Any, change: ChangePart) -> Any:
        """The same with each part changed."""
        return value

    def own_value(self, value: Any) -> Any:
        """What `value` holds besides the fields of its parts; None where that is nothing."""
        return value

    # -- its control ---------------------------------------------------------------------------------------------

    def form(self) -> FormSettings:
        """What its control must know beyond what all fields have."""
        return FormSettings()

    # -- visitors' sites -----------------------------------------------------------------------------------------

    def delivery(self) -> Scalar | None:
        """How it is delivered; None of kinds that the delivery API reads in a way of its own
        (`schema/delivery/projection/kinds.py`)."""
        return None

    def narrowing(self) -> Narrowing | None:
        """How lists are narrowed by it; None where they cannot be."""
        return None

    # -- the stored field, all locales together -----------------------------------------------------------------

    def clean(self, value: Any, at: str, report: Report) -> Any:
        if self.is_empty(value):
            return None
        if not self.localized:
            return self.clean_value(value, at, report)
        if not isinstance(value, dict) or len(value) > MAX_LOCALES:
            report.refuse(at, "NOT_LOCALIZED", "Give one value per locale, such as {en: …}.")
            return None
        for wrong in (one for one in value if not is_locale(one)):
            report.refuse(at, "NOT_A_LOCALE", f"{str(wrong)[:40]} is no language code such as en or cs.")
        cleaned = {locale: self.clean_value(one, at, report) for locale, one in value.items() if not self.is_empty(one)}
        return cleaned or None

    def completed(self, before: Any, given: Any) -> Any:
        """`given` by a person, not cleaned yet, with the languages of `before` that it does not name: a language goes
        only where None is given for it. What has not this field's shape stays as it is, for `clean` to refuse."""
        if not self.localized:
            return self.completed_value(before, given)
        if not isinstance(given, dict):
            return given
        kept = before or {}
        return {**kept, **{locale: self.completed_value(kept.get(locale), one) for locale, one in given.items()}}

    def completed_value(self, before: Any, given: Any) -> Any:
        return given

    def problems(self, value: Any, at: str, locale: str) -> Iterator[Problem]:
        """What stops publication in `locale`."""
        has_other_language = self.localized and self.fallback and not self.is_empty(value)
        if self.localized:
            value = (value or {}).get(locale)
        if self.is_empty(value):
            if self.required and not has_other_language:
                yield Problem(at, "REQUIRED", "Fill this in before publishing.", locale if self.localized else None)
            return
        yield from self.value_problems(value, at, locale)

    def leaves(self, value: Any, at: str) -> Iterator[Leaf]:
        """Every value stored under this field, in all its locales."""
        if self.is_empty(value):
            return
        for locale, one in value.items() if self.localized else ((None, value),):
            yield from self.value_leaves(one, at, locale)

    def value_leaves(self, value: Any, at: str, locale: str | None) -> Iterator[Leaf]:
        yield Leaf(self, value, at, locale)

    def merge(self, base: Any, theirs: Any, yours: Any, at: str, clashes: list[Clash]) -> Any:
        """What both changes to `base` make together; where they meet, theirs stays and `clashes` grows."""
        if not self.localized or yours == base or theirs == base:
            return self.merge_value(base, theirs, yours, at, None, clashes)
        before, other, own = base or {}, theirs or {}, yours or {}
        locales = dict.fromkeys([*before, *other, *own])
        merged = {
            one: self.merge_value(before.get(one), other.get(one), own.get(one), at, one, clashes) for one in locales
        }
        return {locale: value for locale, value in merged.items() if value is not None} or None

    def merge_value(self, base: Any, theirs: Any, yours: Any, at: str, locale: str | None, clashes: list[Clash]) -> Any:
        if theirs in (base, yours):
            return yours
        if yours != base:
            clashes.append(Clash(at, locale, base, theirs, yours))
        return theirs

    def publish(self, draft: Any, live: Any, locale: str) -> Any:
        """The live value after the draft was published in `locale`: facts come from the draft, texts of the other
        locales stay as they were live."""
        if not self.localized:
            return draft
        kept = {other: text for other, text in (live or {}).items() if other != locale}
        text = (draft or {}).get(locale)
        return (kept if self.is_empty(text) else {**kept, locale: text}) or None
