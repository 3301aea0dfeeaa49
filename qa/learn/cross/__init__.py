"""Learning the cross-encoder of qa.read.crossencoder: `python -m qa.learn.cross DATA SEEDS WORK [OTHERS]`."""
