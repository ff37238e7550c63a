"""News, images and files of a Plone site, as collective.exportimport writes them."""
