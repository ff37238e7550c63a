"""Which files the demo has, and what each is made from."""
