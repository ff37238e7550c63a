"""The examples in the documentation for developers of sites, as they stand there."""

import re
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "site-developers.md"
CHAPTER = "## Clients and tools"
DOCUMENTED_CMS = "https://cms.example.org"


def example(heading: str, language: str, cms: str = DOCUMENTED_CMS) -> str:
    """The one block of code in that language below "### <heading>", "" being the chapter's own words; `cms` is the
    origin that it speaks to."""
    [block] = re.findall(rf"```{language}\n(.*?)```", section(heading), re.DOTALL)
    return block.replace(DOCUMENTED_CMS, cms)


def section(heading: str) -> str:
    _before, _heading, chapter = GUIDE.read_text("utf-8").partition(f"\n{CHAPTER}\n")
    introduction, *sections = chapter.partition("\n## ")[0].split("\n### ")
    [found] = [introduction] if not heading else [each for each in sections if each.startswith(f"{heading}\n")]
    return found
