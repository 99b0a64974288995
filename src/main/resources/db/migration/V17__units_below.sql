-- Units below hand in before the agency above them: where the round says so, or where that agency asks for it by a day.
ALTER TABLE assessment_round ADD COLUMN below_first BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE assessment ADD COLUMN below_by DATE;
