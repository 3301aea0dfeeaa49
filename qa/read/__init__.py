"""Candidates -> readings: the sentences and rows of paragraphs, what they hold, and what speaks for each."""
