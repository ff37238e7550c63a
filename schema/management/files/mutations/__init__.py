"""The verbs of files and uploads with their input and result, one file each."""
