"""The response cache of the delivery API: whole answers, kept until what they were made of changes."""
