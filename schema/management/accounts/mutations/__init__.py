"""The verbs of people, programs, sign-in and sessions with their input and result, one file each."""
