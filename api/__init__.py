"""The doors: command line, HTTP and chat page."""
