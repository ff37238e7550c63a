"""What is read of transfers."""
