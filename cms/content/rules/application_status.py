"""Where an application stands, in one word, and what its audit entries call it: as far as others must know."""

DRAFT, SUBMITTED, UNDER_REVIEW = "draft", "submitted", "under_review"
SHORTLISTED, ACCEPTED, REJECTED, WITHDRAWN = "shortlisted", "accepted", "rejected", "withdrawn"

TYPE = "HostApplication"
"""Of audit entries and events."""
