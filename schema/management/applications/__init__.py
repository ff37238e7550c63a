"""Applications to calls for hosts in the management schema."""
