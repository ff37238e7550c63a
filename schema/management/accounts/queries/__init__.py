"""What may be asked of people, programs, sign-in and sessions."""
