"""Roles and rights: the actor, what he may do, and how far a right to read goes."""
