"""The notifier: alerts to receivers, each pair with one recorded outcome."""
