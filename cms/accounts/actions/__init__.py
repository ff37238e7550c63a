"""The verbs on accounts, one file each."""
