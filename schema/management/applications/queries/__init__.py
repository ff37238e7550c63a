"""What may be asked of calls and applications to them."""
