"""Characters that no text may hold: control characters, halves of surrogate pairs and non-characters.

They cannot be stored as UTF-8 or written to XML (feeds, sitemaps), and nobody can see them to correct them.
"""

import re

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What browsers and HTML take for space; a no-break space is a letter to them.
SPACES = re.compile("[ \t\n\r\x0c]+")


def one_line(text: str) -> str:
    """Without unprintable characters, each run of space as one, none at the ends."""
    return SPACES.sub(" ", UNPRINTABLE.sub("", text)).strip(" ")
