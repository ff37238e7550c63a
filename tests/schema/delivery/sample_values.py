"""A valid value for every field of every content type."""

from typing import Any

from cms.content import fields
from cms.content.fields import Embedded, Field

SPECIAL: dict[str, dict[str, Any]] = {
    "Site": {
        "key": "third",
        "locales": ["en"],
        "default_locale": "en",
        "domains": ["www.example.org"],
        "allowed_origins": ["https://www.example.org"],
        "preview_url": "https://www.example.org/preview?token={token}",
    },
    "CallForHosts": {
        "cutoffs": [{"at": "2024-05-31T18:00"}],
        "opens": "2024-01-01T09:00",
        "criteria": None,
        "closes": None,
    },
    "Vocabulary": {"key": "event-types"},
    "FileAsset": {
        "filename": "sample.pdf",
        "mime": "application/pdf",
        "sha256": "0" * 64,
        "focal_point": {"x": 0.5, "y": 0.25},
    },
    "Person": {"consent": True},
    "ApplicationForm": {
        "steps": [
            {
                "key": "first",
                "title": {"en": "First"},
                "questions": [
                    {"key": "larger", "type": "yes_no", "label": {"en": "Part of a larger event?"}},
                    {
                        "key": "which",
                        "type": "text",
                        "label": {"en": "Which one?"},
                        "help": {"en": "Its name."},
                        "max_length": 80,
                        "show_if": {"question": "larger", "values": ["yes"]},
                    },
                ],
            }
        ]
    },
}
"""What no rule about a single field can know."""


class Samples:
    """A valid value for every kind of field."""

    def __init__(self, targets: dict[str, str]) -> None:
        self.targets = targets

    def data(self, part: type[Embedded], depth: int = 0) -> dict[str, Any]:
        values = {name: self.value(field, depth) for name, field in part.fields.items()}
        return {name: value for name, value in values.items() if value is not None}

    def value(self, field: Field, depth: int) -> Any:
        value = self.one(field, depth)
        return {"en": value} if field.localized and value is not None else value

    def one(self, field: Field, depth: int) -> Any:
        match field:
            case fields.Blocks():
                return [{"kind": "text", "heading": "Heading", "body": RICH}]
            case fields.EmbeddedOne():
                return self.data(field.part, depth + 1)
            case fields.EmbeddedList():
                return [self.data(field.part, depth + 1)] if depth < 6 and not field.depth else None
            case fields.References():
                return [self.targets[field.to]] if field.to in self.targets else None
            case fields.Reference():
                return self.targets.get(field.to)
            case fields.Terms():
                slug = "ict" if field.vocabulary == "sectors" else None
                return slug if field.single or slug is None else [slug]
            case fields.Choice():
                return next(iter(field.options))
            case fields.Country():
                return ["CZ"] if field.many else "CZ"
            case fields.LocaleCode():
                return ["en"] if field.many else "en"
        return next(SIMPLE[kind] for kind in type(field).__mro__ if kind in SIMPLE)


RICH = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "A sample paragraph."}]}]}
SIMPLE: dict[type[Field], Any] = {
    fields.Text: "Sample",
    fields.TextList: ["Sample"],
    fields.Key: "sample",
    fields.Email: "sample@example.org",
    fields.Url: "https://example.org/sample",
    fields.RichText: RICH,
    fields.Boolean: False,
    fields.Integer: 1,
    fields.Decimal: 1.5,
    fields.Date: "2024-05-14",
    fields.PartialDate: "2024-05",
    fields.WallTime: "2024-05-14T18:00",
    fields.ClockTime: "09:30",
    fields.TimeZone: "Europe/Prague",
}
