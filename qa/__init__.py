"""Question -> Answer: understanding, finding, reading, composing and verifying."""
