"""How events are worked on: lanes, leases, retries. `cms.worker` puts it together."""
