"""Whether two reports tell one real contact."""

from alerts.identity.likeness import LIKE, forms_agree, likeness
from alerts.identity.names import same_name
from alerts.identity.view import View, of_record, of_sighting

__all__ = ["LIKE", "View", "forms_agree", "likeness", "of_record", "of_sighting", "same_name"]
