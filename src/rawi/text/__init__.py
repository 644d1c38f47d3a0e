"""Words, folding, clitics and matching: what every stage needs to look Arabic text up."""
