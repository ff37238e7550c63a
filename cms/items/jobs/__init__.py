"""What is done with items by the clock."""
