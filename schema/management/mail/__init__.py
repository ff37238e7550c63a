"""The management API of mails."""
