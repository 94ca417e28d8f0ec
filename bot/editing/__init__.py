"""What helps an editor beside error messages: findings about a story, and questions to test it by."""
