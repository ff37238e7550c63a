"""What content is made of: kinds of fields, rich text, and rules that look at values alone."""
