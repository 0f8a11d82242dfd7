"""The behaviours: one package each, copied where the specs have the group that it names."""
