"""Pages of PDF originals as images, and where words stand on them. The files are opened in a confined child only."""
