"""File -> Library: reading committee documents and keeping what they say."""
