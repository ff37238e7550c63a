"""What editors read of items."""
