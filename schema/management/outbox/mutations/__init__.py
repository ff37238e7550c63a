"""The verbs of events with their input and result, one file each."""
