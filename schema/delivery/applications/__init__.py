"""What applicants do by the delivery API: mutations, and `viewer` to read what is their own."""
