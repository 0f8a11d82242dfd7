"""A small group of specs with a behaviour of its own: `test_behaviours.py` renders both."""
