-- The confidence of a figure is told by what the results behind it rest on.
ALTER TABLE assessment_score
    ADD confirmed DECIMAL(6, 5) NOT NULL DEFAULT 0
        COMMENT 'Share of the weight that a reviewer or the panel confirmed or set.' AFTER measured,
    ADD grounded DECIMAL(6, 5) NOT NULL DEFAULT 0
        COMMENT 'Share of the weight that a fresh reading measures or evidence supports in full.' AFTER confirmed;
