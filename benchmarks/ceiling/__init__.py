"""How near cached pages come to what the server can do at all, and how soon a change is in every process."""
