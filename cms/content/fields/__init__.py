"""The field kinds that content types are declared with; each says in one place how it is stored, checked and read."""

from cms.content.fields.blocks import Blocks
from cms.content.fields.boolean import Boolean
from cms.content.fields.choice import Choice
from cms.content.fields.country import Country
from cms.content.fields.dates import ClockTime, Date, PartialDate, TimeZone, WallTime
from cms.content.fields.embedded import Embedded, EmbeddedList, EmbeddedOne
from cms.content.fields.field import Field, Report
from cms.content.fields.file import File
from cms.content.fields.locale import LocaleCode
from cms.content.fields.number import Decimal, Integer
from cms.content.fields.reference import Reference, References
from cms.content.fields.rich_text import RichText
from cms.content.fields.term import Terms
from cms.content.fields.text import Email, Key, Text, TextList, Url

__all__ = [
    "Blocks",
    "Boolean",
    "Choice",
    "ClockTime",
    "Country",
    "Date",
    "Decimal",
    "Email",
    "Embedded",
    "EmbeddedList",
    "EmbeddedOne",
    "Field",
    "File",
    "Integer",
    "Key",
    "LocaleCode",
    "PartialDate",
    "Reference",
    "References",
    "Report",
    "RichText",
    "Terms",
    "Text",
    "TextList",
    "TimeZone",
    "Url",
    "WallTime",
]
