"""Learns how likely a reading of a table is right."""
