"""The verbs on mails."""
