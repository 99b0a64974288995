-- Discrepancies and their steps are entities: their ids come from sequences, many at a time, and go on after those there are.
ALTER TABLE discrepancy_step DROP FOREIGN KEY discrepancy_step_of;
ALTER TABLE discrepancy MODIFY id BIGINT NOT NULL;
ALTER TABLE discrepancy_step MODIFY id BIGINT NOT NULL;
ALTER TABLE discrepancy_step ADD CONSTRAINT discrepancy_step_of FOREIGN KEY (discrepancy_id) REFERENCES discrepancy (id);
SET @entries = (SELECT COALESCE(MAX(id), 0) + 50 FROM discrepancy);
SET @steps = (SELECT COALESCE(MAX(id), 0) + 50 FROM discrepancy_step);
EXECUTE IMMEDIATE CONCAT('CREATE SEQUENCE discrepancy_seq START WITH ', @entries, ' INCREMENT BY 50');
EXECUTE IMMEDIATE CONCAT('CREATE SEQUENCE discrepancy_step_seq START WITH ', @steps, ' INCREMENT BY 50');
