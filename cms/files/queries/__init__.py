"""What editors read of files."""
