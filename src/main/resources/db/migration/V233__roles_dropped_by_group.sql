-- Each group whose role an administrator did not agree to is remembered: several may give the same one.
ALTER TABLE dropped_role DROP PRIMARY KEY, ADD PRIMARY KEY (person_id, agency_id, role, issuer, group_name);
