"""Organisations propose events: a form for anybody, a draft for staff, and the proposer forgotten in time."""
