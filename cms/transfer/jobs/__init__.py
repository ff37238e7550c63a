"""What is done with transfers by the clock."""
