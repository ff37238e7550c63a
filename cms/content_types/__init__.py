"""Content types, one file each. Importing this package finds all of them: those beside this file, and those of the
packages that CMS_CONTENT_TYPES names."""

from cms.content_types.content_type import ContentType, registry
from cms.content_types.declarations import check_declarations
from cms.content_types.discovery import discover
from cms.kernel.settings import content_type_packages

__all__ = ["ContentType", "registry"]

discover(__name__, *content_type_packages())
check_declarations(registry)
