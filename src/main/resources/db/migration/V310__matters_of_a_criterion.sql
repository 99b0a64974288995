-- What was asked of an agency about a criterion stands beside its question in every later round, and is found for each page.
ALTER TABLE matter
    ADD INDEX matter_of_criterion (agency_id, criterion);
