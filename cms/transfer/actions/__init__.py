"""The verbs on transfers."""
