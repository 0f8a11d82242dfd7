"""What every operation comes to under every fault, stated as tables."""
