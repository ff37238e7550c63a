"""What is read of registered queries."""
