"""The chat page in a real browser. A package, unlike the other folders: server and browser are opened once for it."""
