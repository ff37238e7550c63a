"""The verbs on webhooks, one file each."""
