"""The editorial verbs: one file per verb, one transaction per call."""
