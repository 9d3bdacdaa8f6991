"""Reports that print what another printed: `signatures` finds who may, `alignment` shows which passages, `kinship` says what it is."""
