"""Making the Swedish–English embedding model that ships with the product (`python -m indexer.embedding.learn`).

The way of one model: corpus -> vocabulary -> start (each new token near the English tokens it is aligned with)
-> distil (both languages drawn to the English teacher) -> contrast (questions drawn to their passages)
-> blend (part of the way back to the start) -> folder.
"""
