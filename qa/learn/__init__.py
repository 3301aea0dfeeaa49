"""Learning the weights of reading and refusing from questions whose answers are known: `python -m qa.learn`."""
