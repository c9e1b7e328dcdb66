"""The pictures of the editors' handbook, made from the demo in both languages."""
