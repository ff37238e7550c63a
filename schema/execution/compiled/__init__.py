"""Queries compiled: functions that complete whole subtrees of an answer, made from what is selected of them."""
