"""The management API of people, programs, sign-in and sessions."""
