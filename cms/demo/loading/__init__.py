"""Puts the demo into the CMS: one file per kind of content, all through the actions."""
