"""The editors' handbook of `docs/editors/`, read in the admin."""
