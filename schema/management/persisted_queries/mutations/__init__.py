"""What is done with registered queries."""
