"""Which texts are translations of which, and which of them are out of date."""
