"""Every file of the demo."""

from itertools import chain

from cms.demo.files.documents import documents
from cms.demo.files.pictures import logos, pictures
from cms.demo.files.presentations import presentations
from cms.demo.files.wanted_file import WantedFile


def all_files() -> list[WantedFile]:
    """In the order in which the loader asks for them, so that it seldom waits."""
    return list(chain(logos(), pictures(), documents(), presentations()))
