"""Lists: filters, order, connections and their cursors."""
