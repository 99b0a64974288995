-- A connector says which sign begins the decimals of its source, a comma or a point; where it has said nothing, numbers that can
-- be read in two ways are refused.
UPDATE connector SET mapping = IF(JSON_EXTRACT(mapping, '$.decimalComma') = true,
    JSON_SET(JSON_REMOVE(mapping, '$.decimalComma'), '$.decimals', 'COMMA'), JSON_REMOVE(mapping, '$.decimalComma'))
    WHERE JSON_EXISTS(mapping, '$.decimalComma');
