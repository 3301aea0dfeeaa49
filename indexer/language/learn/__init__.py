"""The scripts that learn the compact files in indexer/language/data; `python -m indexer.language.learn DATA_DIR`."""
