"""The field kinds that content types are declared with; each says in one place how it is stored, checked and read."""

from cms.fields.blocks import Blocks
from cms.fields.boolean import Boolean
from cms.fields.choice import Choice
from cms.fields.country import Country
from cms.fields.dates import ClockTime, Date, PartialDate, TimeZone, WallTime
from cms.fields.embedded import Embedded, EmbeddedList, EmbeddedOne
from cms.fields.field import Field, Report
from cms.fields.file import File
from cms.fields.locale import LocaleCode
from cms.fields.number import Decimal, Integer
from cms.fields.reference import Reference, References
from cms.fields.rich_text import RichText
from cms.fields.term import Terms
from cms.fields.text import Email, Key, Text, TextList, Url

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
