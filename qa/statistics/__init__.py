"""Answers from tables: question -> match -> Plan -> values -> words, with every cell cited."""
