"""`make results`: every set measured, the figures with their commands written into eval/RESULTS.md."""
