"""Tests of every room, the demonstration and the benchmarks."""
