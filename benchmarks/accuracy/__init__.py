"""The accuracy suite: news texts of our own with labelled statements, and the scorer that reads them."""
