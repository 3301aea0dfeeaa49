"""The commands of `namndsvar`, a file for each thing that a user comes to do."""
