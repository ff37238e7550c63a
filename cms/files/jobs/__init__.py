"""What is done with uploads by the clock."""
