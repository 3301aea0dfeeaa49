"""Other ways to find the place, and the product beside them: every claim is a comparison."""
