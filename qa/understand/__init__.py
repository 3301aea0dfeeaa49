"""Question -> Query: what is wanted, about what, for which period; what a follow-up leaves out."""
