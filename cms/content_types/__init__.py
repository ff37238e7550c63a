"""Every content type, one file each. Importing this package fills the registry."""

from cms.content_types.application_form import ApplicationForm
from cms.content_types.call_for_hosts import CallForHosts
from cms.content_types.content_type import ContentType, registry
from cms.content_types.edition import Edition
from cms.content_types.file_asset import FileAsset
from cms.content_types.menu import Menu
from cms.content_types.news_item import NewsItem
from cms.content_types.organisation import Organisation
from cms.content_types.page import Page
from cms.content_types.person import Person
from cms.content_types.presentation_file import PresentationFile
from cms.content_types.series import Series
from cms.content_types.site import Site
from cms.content_types.vocabulary import Vocabulary

__all__ = [
    "ApplicationForm",
    "CallForHosts",
    "ContentType",
    "Edition",
    "FileAsset",
    "Menu",
    "NewsItem",
    "Organisation",
    "Page",
    "Person",
    "PresentationFile",
    "Series",
    "Site",
    "Vocabulary",
    "registry",
]
