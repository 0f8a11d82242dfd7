"""Tests of every package, the demonstration and the benchmarks."""
