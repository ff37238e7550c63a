"""Yes or no."""

from typing import Any

from cms.content.fields.delivery import ByYesNo, Scalar
from cms.content.fields.field import Field, Report


class Boolean(Field):
    def clean_value(self, value: Any, at: str, report: Report) -> bool | None:
        if isinstance(value, bool):
            return value
        report.refuse(at, "NOT_A_BOOLEAN", "This must be true or false.")
        return None

    def delivery(self) -> Scalar:
        """What nobody answered is no."""
        return Scalar("Boolean", is_required=True, empty=False)

    def narrowing(self) -> ByYesNo:
        return ByYesNo()
