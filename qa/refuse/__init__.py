"""What must not be given as an answer, whether one is warranted, and what is said when there is none."""
