"""Personal links with which journalists read what is under embargo; docs/decisions/embargo.md says how."""
