-- Figures of targets that were made public until now hold numerators, denominators and early readings of targets that measure
-- something restricted, from which those of single agencies follow. They are public no more until the ministry makes the round
-- public again, which tells them in whole per cent; results of agencies stay.
UPDATE open_publication SET targets = FALSE WHERE closed_at IS NULL AND targets;
