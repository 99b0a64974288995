-- A round can be a rehearsal, and says how much of every type of agency has to take part for it to speak for the country;
-- both are fixed before it opens.
ALTER TABLE assessment_round
    ADD COLUMN rehearsal BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Whether the round is a rehearsal, which enters no figure and can be removed whole.',
    ADD COLUMN participation INT NOT NULL DEFAULT 80 COMMENT 'Per cent of the agencies of every type that have to take part for the round to speak for the country.';
