"""The management schema: everything that editors do."""
