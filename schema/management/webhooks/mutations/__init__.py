"""The verbs of webhooks with their input and result, one file each."""
