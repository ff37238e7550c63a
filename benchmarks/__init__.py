"""Measures the delivery API over HTTP with many items: what a request costs, and that it does not grow with them."""
