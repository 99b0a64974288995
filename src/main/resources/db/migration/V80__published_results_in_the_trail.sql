-- What was published before the trail told of single results is told now, so that it is sealed like what comes.
INSERT INTO change_log (id, at, action, subject, subject_id, agency_id, details)
SELECT NEXTVAL(change_log_seq), UTC_TIMESTAMP(6), 'publish-result', 'assessment', f.assessment_id, s.agency_id,
    CONCAT('hash=', f.hash)
FROM published_result f JOIN assessment s ON s.id = f.assessment_id;
