"""Values of an exported object, read with care: whatever JSON holds, a text comes out as a text and a moment as one."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cms.content.rules.locale_code import is_locale
from cms.content.rules.wall_time import zone_of
from cms.kernel.errors import Problem

EARLIEST, NEVER = 1990, 2400
"""Years: Plone writes 1969 for what has no beginning, and 2499 for what has no end."""
ENDLESS = datetime(NEVER, 1, 1, tzinfo=UTC)
ODD_DATE = "ODD_DATE"
LONGEST_LOCALE = 35


class PloneValues:
    """`problems`: what could not be read as it stands."""

    def __init__(self, raw: Mapping[str, Any], time_zone: str) -> None:
        self.raw, self.zone, self.problems = raw, zone_of(time_zone), list[Problem]()

    def text(self, name: str) -> str:
        return self.clean(name, self.raw.get(name))

    def clean(self, name: str, value: Any) -> str:
        """Half a character, as cut-off emoji leave it, cannot be stored."""
        if not isinstance(value, str):
            return ""
        text = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if text != value:
            message = "It held half a character, such as of a cut-off emoji; a � stands there now."
            self.problems.append(Problem(name, "HALF_CHARACTER", message))
        return text.strip()

    def texts(self, name: str) -> list[str]:
        value = self.raw.get(name)
        found = [self.clean(name, one) for one in value] if isinstance(value, list) else []
        return [one for one in found if one]

    def html(self, name: str) -> str:
        value = self.raw.get(name)
        return self.clean(name, value.get("data") if isinstance(value, dict) else value)

    def locale(self, name: str) -> str | None:
        value = self.raw.get(name)
        token = value.get("token") if isinstance(value, dict) else value
        if not isinstance(token, str) or len(token) > LONGEST_LOCALE:
            return None
        language, _, region = token.strip().replace("_", "-").partition("-")
        code = f"{language.lower()}-{region.upper()}" if region else language.lower()
        return code if is_locale(code) else None

    def moment(self, name: str) -> datetime | None:
        """In UTC; without a zone the site's is meant. None where there is none, ENDLESS for a year that stands for
        "never"; what is no moment is a problem."""
        value = self.raw.get(name)
        if value is None or value == "":
            return None
        found = _parsed(value)
        if found is None:
            self.problems.append(Problem(name, ODD_DATE, "This is no date that can be read."))
        elif found.year >= NEVER:
            return ENDLESS
        elif found.year >= EARLIEST:
            return (found if found.tzinfo else found.replace(tzinfo=self.zone)).astimezone(UTC)
        return None


def _parsed(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
