"""The verbs of mails with their input and result, one file each."""
