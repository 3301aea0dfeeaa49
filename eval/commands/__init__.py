"""The commands of `namndsvar eval`: one file and one function each, registered in eval/__main__.py."""
