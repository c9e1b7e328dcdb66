"""The admin's first page: what needs somebody, each a count that opens the list of exactly those things."""
