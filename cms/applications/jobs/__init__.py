"""What is done with applications by the clock."""
