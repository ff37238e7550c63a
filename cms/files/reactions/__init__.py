"""What follows from events of files."""
