"""How webhooks are told."""
