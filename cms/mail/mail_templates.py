"""The templates of all mails: one folder each in `cms/mail/templates`, one file per language, the subject first."""

from collections.abc import Mapping, Set
from datetime import datetime
from functools import cache
from pathlib import Path

from babel.lists import format_list
from babel.units import format_unit
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cms.content.rules.locale_data import locale_data
from cms.content.rules.wall_time import wall_time_label, zone_of
from cms.mail.greeting import greeting

FOLDER = Path(__file__).parent / "templates"
LOCALES = ("en", "cs", "bg")

TEMPLATES: Mapping[str, frozenset[str]] = {
    "invitation": frozenset({"name", "hours", "link"}),
    "password_reset": frozenset({"name", "hours", "link"}),
    "review_requested": frozenset({"name", "person", "title", "languages", "site", "link"}),
    "sent_back": frozenset({"name", "person", "title", "languages", "comment", "link"}),
    "published": frozenset({"name", "person", "title", "languages", "link"}),
    "comment_mention": frozenset({"name", "person", "title", "comment", "link"}),
    "schedule_failed": frozenset({"name", "title", "languages", "moment", "time_zone", "reason", "link"}),
    "release_failed": frozenset({"name", "title", "moment", "time_zone", "reason", "link"}),
    "left_behind": frozenset({"name", "title", "reason", "link"}),
    "webhook_disabled": frozenset({"name", "address", "site", "reason", "link"}),
    "applicant_link": frozenset({"name", "title", "days", "link"}),
    "application_received": frozenset({"name", "title", "reference", "moment", "time_zone", "hash", "link"}),
    "application_notice": frozenset({"name", "title", "reference", "link"}),
    "application_completed": frozenset({"name", "title", "reference", "link"}),
    "application_reminder": frozenset({"name", "title", "moment", "time_zone", "days", "link"}),
    "application_returned": frozenset({"name", "title", "reference", "message", "moment", "time_zone", "days", "link"}),
    "application_shortlisted": frozenset({"name", "title", "reference", "message", "link"}),
    "application_rejected": frozenset({"name", "title", "reference", "message", "link"}),
    "application_accepted": frozenset({"name", "title", "reference", "message", "link"}),  # stored until November 2026
    "host_chosen": frozenset({"name", "title", "reference", "message", "edition", "hours", "draft", "link"}),
    "application_withdrawn": frozenset({"name", "title", "reference", "link"}),
    "review_assigned": frozenset({"name", "title", "link"}),
    "applicant_erased": frozenset({"name", "link"}),
}
"""{template: the values that it is filled with}. All are texts. `name`: of whoever gets the mail, "" where it is not
known; `person`: of whoever did it; `link`: a path or an address (`cms.mail.links`); `languages`: codes with commas
between; `moment`: ISO 8601 with its offset, shown in `time_zone`; `hours` and `days`: whole numbers ("" where no link
expires); `message`: what people write to an applicant."""


def mail_locale(locale: str) -> str:
    """The language that a mail for somebody who reads `locale` is written in."""
    language = locale.partition("-")[0]
    return language if language in LOCALES else LOCALES[0]


def check_values(name: str, given: Set[str]) -> None:
    """Raises ValueError for an unknown template, and for values other than it declares."""
    if name not in TEMPLATES:
        raise ValueError(f"there is no mail template {name}")
    if wrong := sorted(TEMPLATES[name] ^ given):
        raise ValueError(f"the mail template {name} needs exactly its values; look at {', '.join(wrong)}")


def fill_template(name: str, locale: str, values: Mapping[str, str]) -> tuple[str, str]:
    """(subject, text). Raises ValueError for an unknown template, and for values other than it declares."""
    check_values(name, values.keys())
    subject, text = _parts(name, mail_locale(locale))
    return " ".join(subject.render(values).split()), text.render(values).strip("\n") + "\n"


@cache
def _parts(name: str, locale: str) -> tuple[Template, Template]:
    """Read apart, so that a line end in a value cannot move text from one into the other."""
    subject, _, text = (FOLDER / name / f"{locale}.txt").read_text(encoding="utf-8").partition("\n")
    made = environment(locale)
    return made.from_string(subject), made.from_string(text)


@cache
def environment(locale: str) -> ImmutableSandboxedEnvironment:
    """What the templates of one language are read with."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
    data = locale_data(locale)

    def in_hours(hours: str) -> str:
        return format_unit(int(hours), "duration-hour", locale=data)

    def in_days(days: str) -> str:
        return format_unit(int(days), "duration-day", locale=data)

    def language_names(codes: str) -> str:
        names = [data.languages.get(code.partition("-")[0]) or code for code in codes.split(",")]
        return format_list(names, locale=data)

    def local_moment(moment: str, time_zone: str) -> str:
        local = datetime.fromisoformat(moment).astimezone(zone_of(time_zone))
        return wall_time_label(local.strftime("%Y-%m-%dT%H:%M"), time_zone, locale)

    def greeted(name: str) -> str:
        return greeting(name, locale)

    made.filters.update(in_hours=in_hours, in_days=in_days, language_names=language_names)
    made.filters.update(local_moment=local_moment, greeting=greeted)
    return made
