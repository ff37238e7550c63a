"""What is read of calls and applications."""
