"""The soak: whole jobs of eight processes with a shared store, on a simulator that is hostile.

`scenario` has what is seeded and what goes wrong, `workload` the jobs of a lane, without I/O,
`worker` the process that carries them out and writes down what they reported, `invariants` what is
to be true of these reports and the simulator's state, `__main__` all of it, and the table.
"""
