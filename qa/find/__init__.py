"""Query -> candidate paragraphs, and their order for search."""
