"""What staff do with several records at once, from their lists."""
