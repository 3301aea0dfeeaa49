"""Which of the readings that read about as well is the answer: by act, date, reason, outcome or place."""
