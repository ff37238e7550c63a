"""The verbs on files and uploads, one file each."""
