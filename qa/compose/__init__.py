"""Readings -> an answer's words, its citations, and the proof that every number in it has its source."""
