"""Swedish and English words: index tokens, translation, word lists, OCR repair, the language of a question."""
