"""Calls for hosts: what applicants send, how it is reviewed, and what becomes of it."""
