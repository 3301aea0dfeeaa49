"""Many users at once ask a running server over HTTP, and what each of them waits for."""
