"""From a request to its answer: parsing, limits, execution in turns, errors; for both schemas."""
