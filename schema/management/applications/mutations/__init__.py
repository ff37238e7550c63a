"""The verbs of calls and applications to them with their input and result, one file each."""
