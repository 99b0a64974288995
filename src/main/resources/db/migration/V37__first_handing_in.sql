-- When an agency handed in for the first time: its delay is measured by that, also after something came back to it.
ALTER TABLE assessment ADD COLUMN first_handed_in_at DATETIME(6) AFTER handed_in_by;
UPDATE assessment s SET first_handed_in_at = COALESCE((SELECT MIN(c.at) FROM change_log c
  WHERE c.subject = 'assessment' AND c.subject_id = s.id AND c.action = 'hand-in'), s.handed_in_at);
