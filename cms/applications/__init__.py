"""Applications to calls for hosts: rules, and what applicants are told."""
