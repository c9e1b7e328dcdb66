"""What is said in every language, what is missing in one, and which text follows which."""
