"""Derived rules, one file each: pure functions of stored values and, where time matters, of `now`.

Values come as they are stored: days "2023-11-21", wall times "2024-05-31T18:00" beside an IANA zone. Instants, `now`
among them, are aware datetimes.
"""
