"""今日值守: one look in the morning. It changes nothing; every line leads to the page that can."""
