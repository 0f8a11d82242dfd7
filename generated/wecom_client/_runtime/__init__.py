"""Hand-written support of the generated client: checks, answers, errors and the call flow."""
