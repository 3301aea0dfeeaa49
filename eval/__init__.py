"""Judged from outside: golden sets asked through the doors and scored."""
