"""The types of people, programs, sign-in and sessions."""
