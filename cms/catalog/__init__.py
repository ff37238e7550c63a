"""What editors read. Every read carries the actor; what that person may not read is not there."""
