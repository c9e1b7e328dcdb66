"""Publishing and withdrawing on time, whatever happens; docs/decisions/publishing.md says how."""
