"""Whole sites out of the CMS and in again, as one archive."""
