"""Tests of the changes between two trees."""
