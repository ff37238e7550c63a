"""The address at which a regional site shows previews, from the template in the site's settings."""

import re
from urllib.parse import quote, urlsplit

PLACEHOLDERS = ("token", "locale", "path")
NAMED = re.compile(r"\{([^{}]*)\}")


def template_fault(template: str) -> str | None:
    """What is wrong with it, as a sentence; None for a good one."""
    names = NAMED.findall(template)
    if unknown := [name for name in names if name not in PLACEHOLDERS]:
        return f"{{{unknown[0][:40]}}} is not known; there are {{token}}, {{locale}} and {{path}}."
    if "token" not in names:
        return "Write {token} where the token of the preview belongs."
    rest = NAMED.sub("", template)
    if "{" in rest or "}" in rest or "{" in urlsplit(template.replace("{path}", "/")).netloc:
        return "Write {token}, {locale} and {path} behind the name of the server, each within its braces."
    return None


def preview_address(template: str, *, token: str, locale: str, path: str) -> str:
    """`path` begins with a slash; all three are written so that they stay what they are in an address."""
    values = {"token": quote(token, safe=""), "locale": quote(locale, safe=""), "path": quote(path, safe="/")}
    return NAMED.sub(lambda found: values[found[1]], template)
