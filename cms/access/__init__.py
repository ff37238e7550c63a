"""Who may do what: the actor with his rights, and how far a right to read goes."""
