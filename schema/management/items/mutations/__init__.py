"""The verbs of items with their input and result, one file each."""
