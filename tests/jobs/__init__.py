"""Whole jobs: paging, batches, split figures, bulk reads."""
