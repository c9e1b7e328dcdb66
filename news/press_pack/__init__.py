"""What a journalist takes along from a press release: its text, its quotes, its images, or all of it at once."""
