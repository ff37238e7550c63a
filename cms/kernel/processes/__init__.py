"""Several processes on one machine: one parent forks them, starts them again when they die, and ends them in order."""
