-- Columns whose meaning does not follow from their name say it. Nothing of them changes: a definition stands here as it was.
ALTER TABLE agency
    MODIFY `type` varchar(30) NOT NULL COMMENT 'Key of the type of agency that decides which criteria of a model apply.',
    MODIFY `path` varchar(200) NOT NULL COMMENT 'Ids of all agencies above and of itself, each between slashes; the subtree is what begins with it.',
    MODIFY `valid_from` date DEFAULT NULL COMMENT 'First day on which the agency exists; null for always.',
    MODIFY `valid_to` date DEFAULT NULL COMMENT 'Last day on which the agency exists; null for no end.';
ALTER TABLE answer
    MODIFY `value` varchar(40) DEFAULT NULL COMMENT 'Number of the level, or the option of a points scale; null for none yet.';
ALTER TABLE answer_workbook
    MODIFY `sha256` char(64) NOT NULL COMMENT 'SHA-256 of the content in hexadecimal digits.',
    MODIFY `applied_at` datetime(6) DEFAULT NULL COMMENT 'When its answers were taken over; null until then.',
    MODIFY `cells` int(11) NOT NULL DEFAULT 0 COMMENT 'Answers that it holds.',
    MODIFY `written` longtext DEFAULT NULL COMMENT 'Answers that were written from it, as JSON.';
ALTER TABLE asked_address
    MODIFY `address` varbinary(32) NOT NULL COMMENT 'SHA-256 of the address.';
ALTER TABLE assessment
    MODIFY `state` varchar(20) NOT NULL COMMENT 'Where it stands in the procedure: a constant of AssessmentState.',
    MODIFY `handed_in_at` datetime(6) DEFAULT NULL COMMENT 'When it was submitted last; null while it is taken up again.',
    MODIFY `first_handed_in_at` datetime(6) DEFAULT NULL COMMENT 'When it was submitted for the first time; whether it was late is counted from it.',
    MODIFY `receipt` varchar(40) DEFAULT NULL COMMENT 'Number that the agency keeps as the proof of submission.',
    MODIFY `content_hash` char(64) DEFAULT NULL COMMENT 'SHA-256 of everything that was submitted, in hexadecimal digits.',
    MODIFY `ready_from` varchar(20) DEFAULT NULL COMMENT 'State from which it became ready for its signature, and to which it goes back.',
    MODIFY `sent_back` bigint(20) DEFAULT NULL COMMENT 'Step by which it came back to the agency last.',
    MODIFY `reply` varchar(20) DEFAULT NULL COMMENT 'Reply to the provisional result: a constant of Step; LAPSE where there was none.',
    MODIFY `below_by` date DEFAULT NULL COMMENT 'Day by which the units below are asked to submit.';
ALTER TABLE assessment_round
    MODIFY `opens_on` date NOT NULL COMMENT 'First day of answering.',
    MODIFY `due_on` date NOT NULL COMMENT 'Last day of answering.',
    MODIFY `state` varchar(20) NOT NULL COMMENT 'How far the round has come: a constant of RoundState.',
    MODIFY `reply_until` date DEFAULT NULL COMMENT 'Last day for replies to provisional results; null until they are issued.',
    MODIFY `below_first` tinyint(1) NOT NULL DEFAULT 0 COMMENT 'Whether agencies submit only after the units below them.';
ALTER TABLE assessment_score
    MODIFY `level` int(11) NOT NULL COMMENT 'Official level; 0 for none reached.',
    MODIFY `index_value` decimal(12,10) NOT NULL COMMENT 'Official index, rounded; the exact one follows from the answers.',
    MODIFY `declared_level` int(11) NOT NULL COMMENT 'Level as the agency declared, whatever evidence and reviewers say.',
    MODIFY `declared_index` decimal(12,10) NOT NULL COMMENT 'Index as the agency declared.',
    MODIFY `answered` int(11) NOT NULL COMMENT 'Criteria with a declared answer.',
    MODIFY `applicable` int(11) NOT NULL COMMENT 'Criteria to answer: those for the type of the agency without exempt ones.',
    MODIFY `evidenced` decimal(6,5) NOT NULL COMMENT 'Share of the weight whose declared answer evidence supports in full.',
    MODIFY `measured` decimal(6,5) NOT NULL DEFAULT 0.00000 COMMENT 'Share of the weight that a fresh reading measures.',
    MODIFY `bias_sum` int(11) NOT NULL DEFAULT 0 COMMENT 'Sum of declared less measured levels over the criteria that have both.',
    MODIFY `bias_count` int(11) NOT NULL DEFAULT 0 COMMENT 'Criteria that have a declared and a measured level.',
    MODIFY `open_bias_sum` int(11) NOT NULL DEFAULT 0 COMMENT 'The sum over the criteria that everybody may see.',
    MODIFY `open_bias_count` int(11) NOT NULL DEFAULT 0 COMMENT 'The count of the criteria that everybody may see.';
ALTER TABLE assessment_section
    MODIFY `unit_id` bigint(20) DEFAULT NULL COMMENT 'Unit below whose people have the section; null where one person has it.',
    MODIFY `finished_at` datetime(6) DEFAULT NULL COMMENT 'When it was handed back as finished; null until then.',
    MODIFY `ended_at` datetime(6) DEFAULT NULL COMMENT 'When it was withdrawn; null while it is given.';
ALTER TABLE assessment_signature
    MODIFY `content_hash` char(64) DEFAULT NULL COMMENT 'SHA-256 of everything that was signed, in hexadecimal digits.',
    MODIFY `ended_at` datetime(6) DEFAULT NULL COMMENT 'When the signature stopped to hold; null while it holds.';
ALTER TABLE assessment_step
    MODIFY `step` varchar(20) NOT NULL COMMENT 'The step that was taken: a constant of Step.',
    MODIFY `word` text DEFAULT NULL COMMENT 'What was said with it.';
ALTER TABLE assessment_submitter
    MODIFY `ended_at` datetime(6) DEFAULT NULL COMMENT 'When another was named instead; null for whoever answers for it now.';
ALTER TABLE carried_answer
    MODIFY `version` int(11) NOT NULL COMMENT 'Version of the answer that was written by taking it over.',
    MODIFY `origin` varchar(10) NOT NULL COMMENT 'Kind of what it was taken from.';
ALTER TABLE change_log
    MODIFY `action` varchar(60) NOT NULL COMMENT 'What was done, in one word.',
    MODIFY `subject` varchar(60) NOT NULL COMMENT 'Kind of thing that it was done to.';
ALTER TABLE connector
    MODIFY `mapping` mediumtext NOT NULL COMMENT 'How values are found in the answer, as JSON.',
    MODIFY `agencies` mediumtext NOT NULL COMMENT 'Which code of the source means which agency, as pairs.',
    MODIFY `secret` varbinary(4000) DEFAULT NULL COMMENT 'Encrypted value of the header; null for none.',
    MODIFY `failures` int(11) NOT NULL DEFAULT 0 COMMENT 'Runs that failed one after the other since the last good one.',
    MODIFY `busy_until` datetime(6) DEFAULT NULL COMMENT 'Until when a run has the connector; null while none has.';
ALTER TABLE connector_answer
    MODIFY `sha256` char(64) NOT NULL COMMENT 'SHA-256 of the content in hexadecimal digits.',
    MODIFY `content` longblob DEFAULT NULL COMMENT 'Packed answer; null where it was too long or its run is no longer among the newest.';
ALTER TABLE connector_run
    MODIFY `outcome` varchar(10) NOT NULL COMMENT 'How it ended: a constant of PullRun.Outcome; LOST when its server went down.',
    MODIFY `fault` varchar(60) DEFAULT NULL COMMENT 'Key of the text that says why it failed.',
    MODIFY `details` text DEFAULT NULL COMMENT 'Arguments of that text, as JSON.',
    MODIFY `facts` mediumtext DEFAULT NULL COMMENT 'What was found, counted, as JSON.';
ALTER TABLE denominator
    MODIFY `amount` decimal(24,6) DEFAULT NULL COMMENT 'The denominator; null where it was taken away again.';
ALTER TABLE discrepancy
    MODIFY `state` varchar(10) NOT NULL COMMENT 'How it stands: a constant of Discrepancy.State.',
    MODIFY `late` tinyint(1) NOT NULL COMMENT 'Whether it was opened after the agency had submitted.';
ALTER TABLE evidence
    MODIFY `level` int(11) NOT NULL COMMENT 'Level that it supports; 0 for an objection.',
    MODIFY `kind` varchar(10) NOT NULL COMMENT 'FILE with a content of its own, or LINK with an address.',
    MODIFY `sha256` char(64) DEFAULT NULL COMMENT 'SHA-256 of the content in hexadecimal digits; null for a link.',
    MODIFY `removed_at` datetime(6) DEFAULT NULL COMMENT 'When it was removed; null while it counts.',
    MODIFY `content_id` bigint(20) DEFAULT NULL COMMENT 'Evidence whose content it shares; null where it has its own.',
    MODIFY `replaces_id` bigint(20) DEFAULT NULL COMMENT 'Older version whose place it took.',
    MODIFY `valid_until` date DEFAULT NULL COMMENT 'Last day on which it holds; null for no end.';
ALTER TABLE exemption
    MODIFY `granted` tinyint(1) DEFAULT NULL COMMENT 'Whether it was granted; null while nobody has decided.';
ALTER TABLE mail
    MODIFY `occasion` varchar(60) NOT NULL COMMENT 'What a person gets one letter for: the day, or the first of its notices.',
    MODIFY `state` varchar(10) NOT NULL COMMENT 'WAITING, SENT, DROPPED because nothing in it was news any more, or FAILED.',
    MODIFY `next_at` datetime(6) NOT NULL COMMENT 'When it is tried next, or was given up.';
ALTER TABLE membership
    MODIFY `role` varchar(20) NOT NULL COMMENT 'Role that is held: a constant of Role.',
    MODIFY `valid_to` date DEFAULT NULL COMMENT 'Last day of the role; null for no end.';
ALTER TABLE node_score
    MODIFY `node` varchar(30) NOT NULL COMMENT 'Code of the dimension or sub-dimension.',
    MODIFY `level` int(11) NOT NULL COMMENT 'Official level; 0 for none reached.',
    MODIFY `index_value` decimal(12,10) NOT NULL COMMENT 'Official index, rounded.',
    MODIFY `bias_sum` int(11) NOT NULL DEFAULT 0 COMMENT 'Sum of declared less measured levels over its criteria that have both.',
    MODIFY `bias_count` int(11) NOT NULL DEFAULT 0 COMMENT 'Its criteria that have a declared and a measured level.',
    MODIFY `open_bias_sum` int(11) NOT NULL DEFAULT 0 COMMENT 'The sum over the criteria that everybody may see.',
    MODIFY `open_bias_count` int(11) NOT NULL DEFAULT 0 COMMENT 'The count of the criteria that everybody may see.';
ALTER TABLE notice
    MODIFY `subject` varchar(12) NOT NULL COMMENT 'Kind of thing that it is about.',
    MODIFY `occasion` varchar(60) NOT NULL COMMENT 'What it is told once for.',
    MODIFY `detail` varchar(1000) DEFAULT NULL COMMENT 'What the text needs besides.';
ALTER TABLE objection
    MODIFY `provisional` varchar(40) DEFAULT NULL COMMENT 'Value that stood in the provisional result.',
    MODIFY `claimed` varchar(40) NOT NULL COMMENT 'Value that the agency claims instead.',
    MODIFY `decision` varchar(20) DEFAULT NULL COMMENT 'What the panel decided; null until then.',
    MODIFY `value` varchar(40) DEFAULT NULL COMMENT 'Value that the panel set.';
ALTER TABLE open_dataset
    MODIFY `dataset` varbinary(32) NOT NULL COMMENT 'Fingerprint by which the dataset is known again in its catalogue.',
    MODIFY `costs` varchar(1000) NOT NULL COMMENT 'What cost it points.',
    MODIFY `until_run` bigint(20) DEFAULT NULL COMMENT 'First run that found it otherwise; null while it is as it was.';
ALTER TABLE person
    MODIFY `failed_sign_ins` int(11) NOT NULL DEFAULT 0 COMMENT 'Wrong passwords one after the other.',
    MODIFY `password_hash` varchar(200) NOT NULL COMMENT 'Salted hash of the password, with how it was made.';
ALTER TABLE published_result
    MODIFY `content` longtext NOT NULL COMMENT 'Everything that the result follows from, as canonical JSON.',
    MODIFY `hash` char(64) NOT NULL COMMENT 'SHA-256 of the content in hexadecimal digits.';
ALTER TABLE rank_robustness
    MODIFY `position` int(11) NOT NULL COMMENT 'Rank by the weights as they are; equal results share one.',
    MODIFY `position_low` int(11) NOT NULL COMMENT 'Rank at the 5th percentile of the draws.',
    MODIFY `position_high` int(11) NOT NULL COMMENT 'Rank at the 95th percentile of the draws.',
    MODIFY `level_low` int(11) NOT NULL COMMENT 'Level at the 5th percentile of the draws.',
    MODIFY `level_high` int(11) NOT NULL COMMENT 'Level at the 95th percentile of the draws.',
    MODIFY `changed` int(11) NOT NULL COMMENT 'Draws in which the level is another.';
ALTER TABLE reading
    MODIFY `period` date NOT NULL COMMENT 'First day of the period.',
    MODIFY `payload` binary(32) NOT NULL COMMENT 'SHA-256 of what was said; the same reading is stored once.';
ALTER TABLE reading_batch
    MODIFY `way` varchar(10) NOT NULL COMMENT 'How it came: a constant of ReadingIntake.Way.',
    MODIFY `taken` int(11) NOT NULL DEFAULT 0 COMMENT 'Lines that came.',
    MODIFY `accepted` int(11) NOT NULL DEFAULT 0 COMMENT 'Readings for which there was none before.',
    MODIFY `corrected` int(11) NOT NULL DEFAULT 0 COMMENT 'Readings that stand in the place of another.',
    MODIFY `unchanged` int(11) NOT NULL DEFAULT 0 COMMENT 'Readings that were known already.',
    MODIFY `rejected` int(11) NOT NULL DEFAULT 0 COMMENT 'Lines with a fault.',
    MODIFY `content` binary(32) DEFAULT NULL COMMENT 'SHA-256 of its readings in order; a batch of the same ones changes nothing.',
    MODIFY `body` binary(32) DEFAULT NULL COMMENT 'SHA-256 of the body that came with an idempotency key.';
ALTER TABLE reading_fault
    MODIFY `reason` varchar(60) NOT NULL COMMENT 'Key of the text that says why.',
    MODIFY `arguments` text NOT NULL COMMENT 'Arguments of that text, as JSON.';
ALTER TABLE reading_sum
    MODIFY `first_level` varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Id of the agency of the first level, as it stands in paths.',
    MODIFY `readings` int(11) NOT NULL COMMENT 'How many readings are summed up.',
    MODIFY `demonstrations` int(11) NOT NULL COMMENT 'How many of them were made up for the demonstration.';
ALTER TABLE reading_token
    MODIFY `hash` char(64) NOT NULL COMMENT 'SHA-256 of the token in hexadecimal digits.',
    MODIFY `ended_at` datetime(6) DEFAULT NULL COMMENT 'When it stopped to be taken; null while it is.';
ALTER TABLE round_sample
    MODIFY `seed` varchar(40) NOT NULL COMMENT 'From which the draw can be repeated.';
ALTER TABLE round_stage
    MODIFY `days` int(11) NOT NULL COMMENT 'Days after the last day of the stage before.',
    MODIFY `moved_to` date DEFAULT NULL COMMENT 'Last day that was set by hand; null where the days decide.',
    MODIFY `due_on` date NOT NULL COMMENT 'Last day of the stage, derived from both.';
ALTER TABLE second_review
    MODIFY `done_at` datetime(6) DEFAULT NULL COMMENT 'When it was finished; null until then.';
ALTER TABLE stage_extension
    MODIFY `replaced_at` datetime(6) DEFAULT NULL COMMENT 'When a newer extension took its place; null while it holds.';
ALTER TABLE stage_of_state
    MODIFY `state` varchar(20) NOT NULL COMMENT 'State of an assessment: a constant of AssessmentState.',
    MODIFY `stage` varchar(20) NOT NULL COMMENT 'Stage in which it waits: a constant of Stage.';
ALTER TABLE verdict
    MODIFY `kind` varchar(20) NOT NULL COMMENT 'What was said: a constant of Verdict.Kind.',
    MODIFY `value` varchar(40) DEFAULT NULL COMMENT 'Value that it sets; null where it sets none.',
    MODIFY `declared` varchar(40) DEFAULT NULL COMMENT 'Value that the agency had declared then.',
    MODIFY `due_on` date DEFAULT NULL COMMENT 'Day by which a returned question is to be answered.',
    MODIFY `replaced_at` datetime(6) DEFAULT NULL COMMENT 'When a newer verdict took its place; null while it holds.';
ALTER TABLE work
    MODIFY `subject` varchar(120) NOT NULL COMMENT 'What it is about, for people.',
    MODIFY `once_key` varchar(200) NOT NULL COMMENT 'While work with this key waits or runs, no other is begun.',
    MODIFY `rights` mediumtext DEFAULT NULL COMMENT 'Rights of whoever started it, as they were then.',
    MODIFY `input` longtext DEFAULT NULL COMMENT 'What it was given, as JSON; forgotten when it is done.',
    MODIFY `state` varchar(10) NOT NULL COMMENT 'WAITING, RUNNING, DONE or FAILED.',
    MODIFY `attempts` int(11) NOT NULL DEFAULT 0 COMMENT 'Number of the newest attempt.',
    MODIFY `failures` int(11) NOT NULL DEFAULT 0 COMMENT 'Attempts that failed one after the other.',
    MODIFY `node` varchar(50) DEFAULT NULL COMMENT 'Server that has it, or had it last.',
    MODIFY `doing` varchar(60) DEFAULT NULL COMMENT 'Key of the text that says what is being done.',
    MODIFY `outcome` varchar(80) DEFAULT NULL COMMENT 'Key of the text of the result or of the last fault.',
    MODIFY `details` text DEFAULT NULL COMMENT 'Arguments of that text, as JSON.',
    MODIFY `incident` char(36) DEFAULT NULL COMMENT 'Number under which the fault stands in the log.';
