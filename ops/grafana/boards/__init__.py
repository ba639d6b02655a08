"""What the dashboards show: one file a dashboard, and the parts they are made of."""
