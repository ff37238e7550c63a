"""The applicants' form at /calls/<site>/<locale>/<call>/: pages that work without a script, and better with one."""

from cms.applications.pages.pages import CallPages

__all__ = ["CallPages"]
