"""Public benchmarks in the form of BEIR, asked through the product's doors."""
