"""`make bench`: what the client and the generator cost, as ratios to others in one run."""
