"""The rights about applications, on the site of their call."""

MANAGE, REVIEW, DECIDE = "manage_applications", "review_applications", "decide_applications"
