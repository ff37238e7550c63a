"""What every room stands on: services, settings, errors, logs, retries, the process pool, the outbox."""
