"""The types of calls and applications to them."""
