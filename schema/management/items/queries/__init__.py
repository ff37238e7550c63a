"""What may be asked of items."""
